package io.plumbline.cli;

import io.plumbline.collect.WireRequest;
import java.util.function.Predicate;

/**
 * A request as it came to the {@link FaultProxy}.
 *
 * @param account id of the account whose keys signed it
 * @param region from the signature
 * @param service from the signature, such as {@code ec2}, {@code monitoring}
 * @param operation AWS's name; for S3 and the like one of ours, such as {@code get-item-logging}
 */
record Asked(String account, String region, String service, String operation, WireRequest request) {

    /** What requests that ask the same have in common. */
    String identity() {
        return account
                + ' '
                + region
                + ' '
                + service
                + ' '
                + operation
                + ' '
                + request.key().hash();
    }

    static Predicate<Asked> operation(String service, String operation) {
        return asked -> asked.service().equals(service) && asked.operation().equals(operation);
    }

    static Predicate<Asked> from(String account) {
        return asked -> asked.account().equals(account);
    }

    static Predicate<Asked> in(String region) {
        return asked -> asked.region().equals(region);
    }

    /** Whoever wants to become a role of this account. */
    static Predicate<Asked> enters(String account) {
        return operation("sts", "AssumeRole")
                .and(asked -> asked.request().key().canonical().contains("::" + account + ":role/"));
    }
}
