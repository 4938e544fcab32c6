package io.plumbline.aws;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.inspector2.model.Finding;
import software.amazon.awssdk.services.inspector2.model.PackageVulnerabilityDetails;
import software.amazon.awssdk.services.inspector2.model.Resource;

/**
 * The main members of a finding of Amazon Inspector (Inspector API Reference, "Finding").
 *
 * @param vulnerabilityId such as a CVE; none for open network paths and code
 * @param resourceIds ARNs or ids of what has the flaw
 */
record Inspector2Finding(
        String findingArn,
        String type,
        String severity,
        String status,
        Optional<String> title,
        Optional<String> vulnerabilityId,
        Optional<String> fixAvailable,
        Optional<String> exploitAvailable,
        Instant firstObservedAt,
        Instant lastObservedAt,
        List<String> resourceIds) {

    static Inspector2Finding of(Finding finding) {
        return new Inspector2Finding(
                finding.findingArn(),
                finding.typeAsString(),
                finding.severityAsString(),
                finding.statusAsString(),
                Optional.ofNullable(finding.title()),
                Optional.ofNullable(finding.packageVulnerabilityDetails())
                        .map(PackageVulnerabilityDetails::vulnerabilityId),
                Optional.ofNullable(finding.fixAvailableAsString()),
                Optional.ofNullable(finding.exploitAvailableAsString()),
                finding.firstObservedAt(),
                finding.lastObservedAt(),
                finding.resources().stream().map(Resource::id).toList());
    }
}
