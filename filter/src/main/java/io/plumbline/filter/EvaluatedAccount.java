package io.plumbline.filter;

import io.plumbline.model.AccountId;
import io.plumbline.model.Partition;
import java.util.Collection;
import java.util.Map;

/**
 * The account that a control is judged for, and the places in which its witnesses happen.
 *
 * @param region an enabled region
 * @param otherRegion another enabled region; the same one if there is no other
 * @param iamRegion the region in which the partition records IAM events
 */
public record EvaluatedAccount(
        AccountId account, Partition partition, String region, String otherRegion, String iamRegion) {

    /**
     * An account with the home region of its partition and one more of its enabled regions, the first by name; without enabled regions
     * both are the home region.
     */
    public static EvaluatedAccount of(AccountId account, Partition partition, Collection<String> enabledRegions) {
        String home = partition.homeRegion();
        String region = enabledRegions.isEmpty() || enabledRegions.contains(home)
                ? home
                : enabledRegions.stream().sorted().findFirst().orElse(home);
        String other = enabledRegions.stream()
                .sorted()
                .filter(candidate -> !candidate.equals(region))
                .findFirst()
                .orElse(region);
        return new EvaluatedAccount(account, partition, region, other, home);
    }

    /** What the placeholders of witnesses stand for. */
    Map<String, String> placeholders() {
        return Map.of(
                "${account}", account.value(),
                "${partition}", partition.id(),
                "${region}", region,
                "${otherRegion}", otherRegion,
                "${iamRegion}", iamRegion);
    }
}
