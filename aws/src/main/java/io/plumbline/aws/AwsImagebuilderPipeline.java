package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.imagebuilder.ImagebuilderClient;
import software.amazon.awssdk.services.imagebuilder.model.ImagePipeline;

/** Pipelines that build machine and container images. */
@AutoService(ResourceType.class)
public final class AwsImagebuilderPipeline implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_imagebuilder_pipeline",
                        "Pipelines that build machine and container images.",
                        ImagebuilderClient::builder)
                .list(
                        "imagebuilder:ListImagePipelines",
                        of(ImagePipeline::builder),
                        imagebuilder -> imagebuilder
                                .listImagePipelinesPaginator(request -> request.maxResults(100))
                                .imagePipelineList())
                .arn((row, place) -> row.arn())
                .name(ImagePipeline::name)
                .tags(row -> row.tags());
    }
}
