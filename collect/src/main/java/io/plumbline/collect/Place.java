package io.plumbline.collect;

import io.plumbline.model.AccountId;
import io.plumbline.model.Arn;
import io.plumbline.model.Partition;
import java.util.List;
import java.util.Optional;

/**
 * Where something is asked: one region of one account.
 *
 * @param region the region asked; for the account's global services the partition's home region
 * @param entered what is known of the account and the rest of the organization
 * @param parent for a row found under another: the other's ARN
 */
public record Place(AccountId accountId, Partition partition, String region, Entered entered, Optional<String> parent) {

    /** What is known of an account once it is entered, before anything is collected. */
    public interface Entered {
        /** The row of the table {@code aws_account}. */
        AccountRow account();

        /** What DescribeRegions answered, every region of the partition. */
        List<software.amazon.awssdk.services.ec2.model.Region> regions();

        /** Whether another account of the scan could be entered, so that it answers for its own resources. */
        boolean reaches(String accountId);
    }

    /** An ARN of this account and region. */
    public String arn(String service, String resource) {
        return partition.arn(service, region, accountId.value(), resource).toString();
    }

    /** An ARN of this account for a service whose resources carry no region, such as IAM. */
    public String globalArn(String service, String resource) {
        return partition.arn(service, "", accountId.value(), resource).toString();
    }

    /** The ARN that stands for the account as a whole, its root. */
    public String account() {
        return globalArn("iam", "root");
    }

    /** Whether nobody else in this scan can be asked about a resource: it is this account's, or its owner was not entered. */
    public boolean answersFor(String arn) {
        return Arn.parse(arn)
                .map(parsed -> parsed.account().equals(accountId.value()) || !entered.reaches(parsed.account()))
                .orElse(true);
    }

    /** The same account in another region. */
    public Place in(String other) {
        return other.equals(region) ? this : new Place(accountId, partition, other, entered, parent);
    }

    /** The same place, for the children of a row. */
    Place under(String parentArn) {
        return new Place(accountId, partition, region, entered, Optional.of(parentArn));
    }
}
