package io.plumbline.collect;

import java.util.List;
import java.util.Optional;

/**
 * What AWS Organizations, or for an account that stands alone STS, says of an account.
 *
 * @param email the root user's address
 * @param status ACTIVE, SUSPENDED or PENDING_CLOSURE
 * @param ous names of the organizational units it is in, from the root down
 * @param ouIds their ids, the root's first
 * @param management whether it is the organization's management account
 * @param entered whether it could be entered
 */
public record AccountRow(
        String displayName,
        Optional<String> email,
        String status,
        Optional<String> organizationId,
        List<String> ous,
        List<String> ouIds,
        boolean management,
        boolean entered) {}
