package io.plumbline.aws;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;

import com.google.auto.service.AutoService;
import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Shape;
import io.plumbline.collect.Source;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.Administrator;
import software.amazon.awssdk.services.guardduty.model.BadRequestException;
import software.amazon.awssdk.services.guardduty.model.DescribeOrganizationConfigurationResponse;
import software.amazon.awssdk.services.guardduty.model.GetDetectorResponse;
import software.amazon.awssdk.services.guardduty.model.Member;

/** GuardDuty in each region: its detector, or a row without one where GuardDuty is off. */
@AutoService(ResourceType.class)
public final class AwsGuarddutyDetector implements ResourceType {
    @Override
    public Source<?, ?> source() {
        return regional(
                        "aws_guardduty_detector",
                        "GuardDuty detectors, and a row without one for each region where GuardDuty is off.",
                        GuardDutyClient::builder)
                .list("guardduty:ListDetectors", of(Detector.class), AwsGuarddutyDetector::detectors)
                .detail(
                        "settings",
                        "guardduty:GetDetector",
                        of(GetDetectorResponse::builder),
                        (guardduty, row, place) -> guardduty.getDetector(request -> request.detectorId(row.id())),
                        (row, place) -> row.isOn())
                .detail(
                        "administrator",
                        "guardduty:GetAdministratorAccount",
                        of(Administrator::builder),
                        (guardduty, row, place) -> guardduty
                                .getAdministratorAccount(request -> request.detectorId(row.id()))
                                .administrator(),
                        (row, place) -> row.isOn())
                .detail(
                        "organization_configuration",
                        "guardduty:DescribeOrganizationConfiguration",
                        of(DescribeOrganizationConfigurationResponse::builder),
                        (guardduty, row, place) -> organization(guardduty, row),
                        (row, place) -> row.isOn())
                .detail(
                        "members",
                        "guardduty:ListMembers",
                        Shape.list(of(Member::builder)),
                        (guardduty, row, place) -> guardduty
                                .listMembersPaginator(request -> request.detectorId(row.id())
                                        .onlyAssociated("false")
                                        .maxResults(50))
                                .members()
                                .stream()
                                .toList(),
                        (row, place) -> row.isOn())
                .arn((row, place) -> row.isOn() ? place.arn("guardduty", "detector/" + row.id()) : place.account())
                .name(row -> row.detectorId().orElse(null));
    }

    /** A region's detector; a region has one at most. */
    record Detector(Optional<String> detectorId) {
        boolean isOn() {
            return detectorId.isPresent();
        }

        String id() {
            return detectorId.orElseThrow();
        }
    }

    private static List<Detector> detectors(GuardDutyClient guardduty) {
        List<Detector> found =
                guardduty.listDetectorsPaginator(request -> request.maxResults(50)).detectorIds().stream()
                        .map(id -> new Detector(Optional.of(id)))
                        .toList();
        return found.isEmpty() ? List.of(new Detector(Optional.empty())) : found;
    }

    /** AWS answers everybody but the delegated administrator with a bad request. */
    private static @Nullable DescribeOrganizationConfigurationResponse organization(
            GuardDutyClient guardduty, Detector row) {
        try {
            return guardduty.describeOrganizationConfiguration(request -> request.detectorId(row.id()));
        } catch (BadRequestException e) {
            return null;
        }
    }
}
