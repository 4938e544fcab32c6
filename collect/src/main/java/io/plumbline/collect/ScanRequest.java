package io.plumbline.collect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a scan is to read; kept with the run, so that a killed one goes on with the same.
 *
 * @param id the snapshot's name
 * @param now the snapshot's time, UTC
 * @param callerRegion where STS is asked who we are
 * @param profiles profiles of the shared AWS files, each a start of its own; none for the standard credential chain
 * @param organization whether to read every account of the organization
 * @param accounts the accounts to read; none for those of the organization, or the caller's own
 * @param role name of the role to assume in each account but the caller's own
 * @param via ARNs of roles to assume first, one after the other
 * @param accountTags only accounts that carry all of these, each {@code KEY=VALUE}
 * @param regions the regions to read; none for all that are enabled
 * @param endpoint where to send requests instead of AWS
 * @param maxRps requests a second over everything
 * @param keepValues whether values in which people keep secrets stay as they are; {@link Seal}
 */
public record ScanRequest(
        String id,
        Instant now,
        String callerRegion,
        List<String> profiles,
        boolean organization,
        List<String> accounts,
        String role,
        Optional<String> externalId,
        List<String> via,
        List<String> accountTags,
        Set<String> regions,
        Set<String> excludedRegions,
        Optional<String> endpoint,
        Optional<Double> maxRps,
        boolean keepValues) {

    /** The same scan, its requests sent elsewhere. */
    public ScanRequest at(String url) {
        return new ScanRequest(
                id,
                now,
                callerRegion,
                List.of(),
                organization,
                accounts,
                role,
                externalId,
                via,
                accountTags,
                regions,
                excludedRegions,
                Optional.of(url),
                Optional.empty(),
                keepValues);
    }

    /** The same scan of other accounts and regions. */
    public ScanRequest of(List<String> otherAccounts, Set<String> otherRegions) {
        return new ScanRequest(
                id,
                now,
                callerRegion,
                profiles,
                organization,
                otherAccounts,
                role,
                externalId,
                via,
                accountTags,
                otherRegions,
                excludedRegions,
                endpoint,
                maxRps,
                keepValues);
    }

    /** The region that the environment or the first profile names; us-east-1 if none does. */
    public static String callerRegion(List<String> profiles) {
        return StartingCredentials.region(profiles.stream().findFirst());
    }

    /** The scope in words, for people who read the manifest; scans with the same words can be compared. */
    public String scope() {
        String some = accounts.isEmpty() ? "" : "accounts " + String.join(", ", accounts);
        String own =
                profiles.isEmpty() ? "the caller's account" : "the accounts of profiles " + String.join(", ", profiles);
        String who = organization
                ? "organization" + (some.isEmpty() ? "" : ", " + some)
                        + (accountTags.isEmpty() ? "" : " with the tags " + String.join(", ", accountTags))
                : some.isEmpty() ? own : some;
        String where = regions.isEmpty() ? "all enabled regions" : "regions " + String.join(", ", regions);
        return who + "; " + where + (excludedRegions.isEmpty() ? "" : " without " + String.join(", ", excludedRegions));
    }
}
