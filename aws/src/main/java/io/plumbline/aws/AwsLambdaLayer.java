package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LayersListItem;

/** Lambda layers in their newest version, and whom that version is shared with. */
@AutoService(ResourceType.class)
public final class AwsLambdaLayer implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_lambda_layer",
                        "Lambda layers in their newest version, with the policy that shares it.",
                        LambdaClient::builder)
                .list(
                        "lambda:ListLayers",
                        of(LayersListItem::builder),
                        lambda -> lambda.listLayersPaginator(request -> request.maxItems(50))
                                .layers())
                .detail(
                        "policy",
                        "lambda:GetLayerVersionPolicy",
                        Shape.text(),
                        (lambda, layer, place) -> lambda.getLayerVersionPolicy(
                                        request -> request.layerName(layer.layerName())
                                                .versionNumber(layer.latestMatchingVersion()
                                                        .version()))
                                .policy(),
                        (layer, place) -> layer.latestMatchingVersion() != null)
                .arn((row, place) -> row.layerArn())
                .name(LayersListItem::layerName)
                .none("ResourceNotFoundException");
    }
}
