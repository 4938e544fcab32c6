package io.plumbline.collect;

import io.plumbline.model.AccountId;
import io.plumbline.model.Partition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.ec2.model.Region;

/**
 * An account that was entered.
 *
 * @param credentials renewed while a long scan runs
 * @param row what the organization says of it
 * @param regions what DescribeRegions answered
 * @param scanned the regions to read: enabled, and chosen by the user
 */
record Account(
        AccountId accountId,
        Partition partition,
        AwsCredentialsProvider credentials,
        AccountRow row,
        List<Region> regions,
        Set<String> scanned,
        Predicate<String> reachable) {

    String id() {
        return accountId.value();
    }

    boolean scans(String region) {
        return scanned.contains(region);
    }

    Place place(String region) {
        String asked = region.equals("global") ? partition.homeRegion() : region;
        return new Place(accountId, partition, asked, new Known(), Optional.empty());
    }

    private final class Known implements Place.Entered {
        @Override
        public AccountRow account() {
            return row;
        }

        @Override
        public List<Region> regions() {
            return regions;
        }

        @Override
        public boolean reaches(String account) {
            return reachable.test(account);
        }
    }
}
