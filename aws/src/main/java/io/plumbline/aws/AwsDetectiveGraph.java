package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ArnText;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.detective.DetectiveClient;
import software.amazon.awssdk.services.detective.model.Graph;

/** Behaviour graphs of Amazon Detective that the account administers. */
@AutoService(ResourceType.class)
public final class AwsDetectiveGraph implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_detective_graph",
                        "Behaviour graphs of Amazon Detective that the account administers.",
                        DetectiveClient::builder)
                .list(
                        "detective:ListGraphs",
                        of(Graph::builder),
                        detective -> () -> detective.listGraphsPaginator(request -> request.maxResults(200)).stream()
                                .flatMap(page -> page.graphList().stream())
                                .iterator())
                .arn((row, place) -> row.arn())
                .name(row -> ArnText.lastPart(row.arn()));
    }
}
