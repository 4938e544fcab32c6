package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.config.model.ConfigurationAggregator;

/** Aggregators, and how many resources of which type each knows. */
@AutoService(ResourceType.class)
public final class AwsConfigAggregator implements ResourceType {
    private static final String COUNTS =
            "SELECT accountId, awsRegion, resourceType, COUNT(*) GROUP BY accountId, awsRegion, resourceType";

    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_config_aggregator",
                        "AWS Config aggregators, and how many resources of which type each knows in which account.",
                        ConfigClient::builder)
                .list(
                        "config:DescribeConfigurationAggregators",
                        of(ConfigurationAggregator::builder),
                        config -> config.describeConfigurationAggregatorsPaginator(request -> request.limit(100))
                                .configurationAggregators())
                .detail(
                        "resource_counts",
                        "config:SelectAggregateResourceConfig",
                        Shape.list(Shape.text()),
                        (config, aggregator) -> config
                                .selectAggregateResourceConfigPaginator(request -> request.configurationAggregatorName(
                                                aggregator.configurationAggregatorName())
                                        .expression(COUNTS)
                                        .limit(100))
                                .results()
                                .stream()
                                .toList())
                .arn((row, place) -> row.configurationAggregatorArn())
                .name(ConfigurationAggregator::configurationAggregatorName)
                .gone("NoSuchConfigurationAggregatorException");
    }
}
