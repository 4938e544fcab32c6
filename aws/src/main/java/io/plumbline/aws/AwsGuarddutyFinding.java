package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ArnText;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import java.util.Map;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.Condition;
import software.amazon.awssdk.services.guardduty.model.Finding;
import software.amazon.awssdk.services.guardduty.model.FindingCriteria;

/** GuardDuty findings that nobody archived. */
@AutoService(ResourceType.class)
public final class AwsGuarddutyFinding implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional("aws_guardduty_finding", "GuardDuty findings that nobody archived.", GuardDutyClient::builder)
                .keys("guardduty:ListFindings", AwsGuarddutyFinding::keys)
                .describe(
                        "guardduty:GetFindings",
                        50,
                        of(Finding::builder),
                        (guardduty, keys) -> guardduty
                                .getFindings(request -> request.detectorId(detectorOf(keys.getFirst()))
                                        .findingIds(keys.stream()
                                                .map(ArnText::lastPart)
                                                .toList()))
                                .findings())
                .arn((row, place) -> row.arn())
                .name(Finding::title)
                .also("guardduty:ListDetectors");
    }

    /** Detector and finding; a region has one detector at most, so a batch never mixes two. */
    private static Iterable<String> keys(GuardDutyClient guardduty) {
        FindingCriteria current = FindingCriteria.builder()
                .criterion(Map.of(
                        "service.archived",
                        Condition.builder().equalsValue("false").build()))
                .build();
        return () -> guardduty.listDetectorsPaginator(request -> request.maxResults(50)).detectorIds().stream()
                .flatMap(detector -> guardduty
                        .listFindingsPaginator(request -> request.detectorId(detector)
                                .findingCriteria(current)
                                .maxResults(50))
                        .findingIds()
                        .stream()
                        .map(finding -> detector + "/" + finding))
                .iterator();
    }

    private static String detectorOf(String key) {
        return key.substring(0, key.indexOf('/'));
    }
}
