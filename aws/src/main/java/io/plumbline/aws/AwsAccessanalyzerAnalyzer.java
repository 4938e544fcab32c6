package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ArchiveRuleSummary;

/** Analyzers of IAM Access Analyzer, those of the organization and of unused access included. */
@AutoService(ResourceType.class)
public final class AwsAccessanalyzerAnalyzer implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_accessanalyzer_analyzer",
                        "Analyzers of IAM Access Analyzer, and which findings each archives by itself.",
                        AccessAnalyzerClient::builder)
                .list(
                        "access-analyzer:ListAnalyzers",
                        of(AnalyzerSummary::builder),
                        analyzer ->
                                analyzer.listAnalyzersPaginator(request -> {}).analyzers())
                .detail(
                        "archive_rules",
                        "access-analyzer:ListArchiveRules",
                        Shape.list(of(ArchiveRuleSummary::builder)),
                        (analyzer, row) ->
                                analyzer
                                        .listArchiveRulesPaginator(request -> request.analyzerName(row.name()))
                                        .archiveRules()
                                        .stream()
                                        .toList())
                .arn((row, place) -> row.arn())
                .name(AnalyzerSummary::name)
                .tags(row -> row.tags())
                .gone("ResourceNotFoundException");
    }
}
