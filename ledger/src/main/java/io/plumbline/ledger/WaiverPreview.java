package io.plumbline.ledger;

import io.plumbline.assess.Waiver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What an exception would cover now.
 *
 * @param findings open ones
 * @param accounts that they are in
 * @param sample ids of the first of them, {@value #SAMPLE} at most
 */
public record WaiverPreview(long findings, long accounts, List<String> sample) {
    /** How many a preview names. */
    public static final int SAMPLE = 20;

    /** What the findings say, of those that may be seen. */
    static WaiverPreview of(Handle handle, List<String> rules, Waiver.Scope scope, Visible visible) {
        CoveredScope covered = new CoveredScope(scope);
        List<String> found = new ArrayList<>();
        Set<String> accounts = new HashSet<>();
        Where where = new Where().and("state = :it", "open").in("rule", rules).visible("account_id", visible);
        new OpenFindings(handle).each(where, !scope.tags().isEmpty(), finding -> {
            if (covered.covers(finding.target())) {
                found.add(finding.id());
                accounts.add(finding.target().accountId());
            }
        });
        return new WaiverPreview(
                found.size(),
                accounts.size(),
                found.stream().sorted().limit(SAMPLE).toList());
    }
}
