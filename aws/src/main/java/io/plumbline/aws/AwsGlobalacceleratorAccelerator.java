package io.plumbline.aws;

import static io.plumbline.collect.Declare.global;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.globalaccelerator.GlobalAcceleratorClient;
import software.amazon.awssdk.services.globalaccelerator.GlobalAcceleratorClientBuilder;
import software.amazon.awssdk.services.globalaccelerator.auth.scheme.GlobalAcceleratorAuthSchemeProvider;
import software.amazon.awssdk.services.globalaccelerator.endpoints.GlobalAcceleratorEndpointProvider;
import software.amazon.awssdk.services.globalaccelerator.model.Accelerator;
import software.amazon.awssdk.services.globalaccelerator.model.Listener;

/** Accelerators with their listeners; the service answers in one region only, whatever the home of the partition. */
@AutoService(ResourceType.class)
public final class AwsGlobalacceleratorAccelerator implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return global(
                        "aws_globalaccelerator_accelerator",
                        "Accelerators of Global Accelerator, with their listeners.",
                        AwsGlobalacceleratorAccelerator::inItsRegion)
                .list(
                        "globalaccelerator:ListAccelerators",
                        of(Accelerator::builder),
                        accelerator -> accelerator
                                .listAcceleratorsPaginator(request -> request.maxResults(100))
                                .accelerators())
                .detail(
                        "listeners",
                        "globalaccelerator:ListListeners",
                        Shape.list(of(Listener::builder)),
                        (accelerator, row) -> accelerator
                                .listListenersPaginator(request -> request.acceleratorArn(row.acceleratorArn())
                                        .maxResults(100))
                                .listeners()
                                .stream()
                                .toList())
                .arn((row, place) -> row.acceleratorArn())
                .name(Accelerator::name)
                .gone("AcceleratorNotFoundException");
    }

    /** The engine gives a client the region of the cell; where this one calls and what it signs for is another. */
    private static GlobalAcceleratorClientBuilder inItsRegion() {
        GlobalAcceleratorEndpointProvider endpoints = GlobalAcceleratorEndpointProvider.defaultProvider();
        GlobalAcceleratorAuthSchemeProvider schemes = GlobalAcceleratorAuthSchemeProvider.defaultProvider();
        return GlobalAcceleratorClient.builder()
                .endpointProvider(asked -> endpoints.resolveEndpoint(
                        asked.toBuilder().region(Region.US_WEST_2).build()))
                .authSchemeProvider(asked -> schemes.resolveAuthScheme(
                        scheme -> scheme.operation(asked.operation()).region(Region.US_WEST_2)));
    }
}
