package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import java.util.Map;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.Criterion;
import software.amazon.awssdk.services.accessanalyzer.model.FindingStatus;
import software.amazon.awssdk.services.accessanalyzer.model.FindingSummaryV2;

/** Findings that are still open; AWS leaves the others out, since there may be very many. */
@AutoService(ResourceType.class)
public final class AwsAccessanalyzerFinding implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_accessanalyzer_finding",
                        "Open findings of IAM Access Analyzer: who outside can reach what, and what nobody uses.",
                        AccessAnalyzerClient::builder)
                .under(
                        "aws_accessanalyzer_analyzer",
                        "access-analyzer:ListFindings",
                        of(FindingSummaryV2::builder),
                        (analyzer, arn, place) -> analyzer.listFindingsV2Paginator(request -> request.analyzerArn(arn)
                                        .filter(Map.of(
                                                "status",
                                                Criterion.builder()
                                                        .eq(FindingStatus.ACTIVE.toString())
                                                        .build())))
                                .findings())
                // AWS names a finding by its id alone; below its analyzer it is unique.
                .arn((row, place) -> place.parent().orElseGet(place::account) + "/finding/" + row.id())
                .name(FindingSummaryV2::id)
                .gone("ResourceNotFoundException");
    }
}
