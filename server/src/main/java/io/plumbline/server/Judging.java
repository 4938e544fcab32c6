package io.plumbline.server;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.AssessmentRequest;
import io.plumbline.assess.Assessor;
import io.plumbline.assess.Catalog;
import io.plumbline.assess.Framework;
import io.plumbline.assess.Rule;
import io.plumbline.assess.RuleMemory;
import io.plumbline.assess.SelectedControl;
import io.plumbline.assess.Selection;
import io.plumbline.assess.VerdictStore;
import io.plumbline.assess.Verdicts;
import io.plumbline.ledger.Changes;
import io.plumbline.ledger.Ledger;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Judges a snapshot by every framework, keeps the verdicts, and lets the findings follow them. */
public final class Judging {
    private final Path home;
    private final Ledger ledger;
    private final Catalog catalog;
    private final Schemas schemas;
    private final InstantSource clock;

    public Judging(Path home, Ledger ledger, Catalog catalog, Schemas schemas, InstantSource clock) {
        this.home = home;
        this.ledger = ledger;
        this.catalog = catalog;
        this.schemas = schemas;
        this.clock = clock;
    }

    /**
     * Does all of it. The same snapshot may come again, after an attestation or with other parameters: then only what is different is written.
     *
     * @throws io.plumbline.model.BadInput if a later assessment of one of its accounts was followed already
     */
    public Changes follow(Snapshot snapshot) {
        AssessmentRequest request = AssessmentRequest.of(
                        catalog,
                        Selection.of(
                                catalog.frameworks().stream().map(Framework::id).toArray(String[]::new)))
                .withSettings(ledger.parameters(catalog).inForce())
                .withAttestations(
                        ledger.attestations(catalog).inForce(snapshot.manifest().now()));
        List<Rule> rules = request.controls().stream()
                .map(SelectedControl::rule)
                .distinct()
                .toList();
        try (Database database = Database.open()) {
            Assessor assessor = new Assessor(database, schemas, RuleMemory.of(home));
            snapshot.attach(database, schemas, assessor.tables(rules));
            return follow(snapshot, assessor.assess(snapshot, request));
        }
    }

    /** The same for an assessment that was just made; its database must still be open. */
    public Changes follow(Snapshot snapshot, Assessment assessment) {
        Path folder = new VerdictStore(home).write(assessment);
        try (Verdicts verdicts = Verdicts.open(folder)) {
            return ledger.tracking().track(verdicts, snapshot, clock.instant());
        }
    }
}
