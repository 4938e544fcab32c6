package io.plumbline.server;

import io.plumbline.assess.Catalog;
import io.plumbline.assess.FailedUnit;
import io.plumbline.assess.Remedy;
import io.plumbline.assess.Repairs;
import io.plumbline.assess.Rule;
import io.plumbline.ledger.Finding;
import io.plumbline.ledger.FindingDetail;
import io.plumbline.ledger.FindingState;
import io.plumbline.ledger.Ledger;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.SnapshotStore;
import java.util.Optional;

/** How findings are repaired: what the ledger knows of one, brought to its rule's repair. */
public final class FindingRepairs {
    private final Ledger ledger;
    private final Catalog catalog;
    private final Repairs repairs;

    public FindingRepairs(Ledger ledger, SnapshotStore snapshots, Catalog catalog, Schemas schemas) {
        this.ledger = ledger;
        this.catalog = catalog;
        this.repairs = new Repairs(snapshots, schemas);
    }

    /** How a finding is repaired, or why it must be done by hand. */
    public RepairJson of(FindingDetail detail) {
        return RepairJson.of(detail.finding(), remedy(detail));
    }

    private Remedy remedy(FindingDetail detail) {
        Finding finding = detail.finding();
        Optional<Rule> rule = catalog.rules().stream()
                .filter(one -> one.id().equals(finding.rule()))
                .findFirst();
        if (finding.state() == FindingState.RESOLVED) {
            return new Remedy.ByHand("It is resolved: there is nothing to repair.");
        }
        return rule.map(known -> repairs.of(
                        known,
                        new FailedUnit(
                                finding.accountId(),
                                finding.region(),
                                finding.unit(),
                                finding.asset(),
                                finding.reason(),
                                detail.evidence()),
                        ledger.parameters(catalog).inForce()))
                .orElseGet(() -> new Remedy.ByHand(
                        "The rule is not in the catalog any more, so how to repair it is not known. Do it by hand."));
    }
}
