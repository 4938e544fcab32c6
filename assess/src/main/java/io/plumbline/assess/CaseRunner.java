package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.DatabaseException;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.SnapshotStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs the cases of rules through the very {@link Assessor} that judges a snapshot. It keeps one database for all of them, and a folder
 * that it deletes at the end.
 */
public final class CaseRunner implements AutoCloseable {
    private final Catalog catalog;
    private final Schemas schemas;
    private final Path folder;
    private final Database database;
    private final Assessor assessor;

    public CaseRunner(Catalog catalog, Schemas schemas) {
        this.catalog = catalog;
        this.schemas = schemas;
        try {
            this.folder = Files.createTempDirectory("plumbline-cases");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a temporary folder for the rows of the cases", e);
        }
        this.database = Database.open();
        Sandbox.restrict(database, folder);
        this.assessor = new Assessor(database, schemas, RuleMemory.none());
    }

    /**
     * Runs all cases of a rule. The first result says whether the rule and its cases can be read, and whether they show PASS, FAIL and
     * UNKNOWN at least once each.
     */
    public List<CaseResult> run(Rule rule) {
        try {
            return cases(rule);
        } catch (BadInput e) {
            return List.of(new CaseResult(
                    rule.id(), "the rule and its cases can be read", List.of(String.valueOf(e.getMessage()))));
        }
    }

    private List<CaseResult> cases(Rule rule) {
        RuleReads reads = assessor.reads(rule);
        CaseFile file = new CaseFile(rule, catalog, schemas);
        List<CaseResult> results = new ArrayList<>();
        results.add(new CaseResult(
                rule.id(),
                "the cases show PASS, FAIL and UNKNOWN",
                file.lacking().stream()
                        .map(status -> "no case expects " + status
                                + "; write one, or say under 'cannot' why the rule never gives it")
                        .toList()));
        CaseTables tables = new CaseTables(database, schemas, folder);
        for (RuleCase one : file.cases()) {
            results.add(new CaseResult(rule.id(), one.name(), problems(rule, one, reads, tables)));
        }
        return results;
    }

    private List<String> problems(Rule rule, RuleCase one, RuleReads reads, CaseTables tables) {
        try {
            return CaseDifferences.between(one.expect(), units(rule, one, reads, tables));
        } catch (BadInput | DatabaseException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** What the rule says of the rows of a case, whatever that expects. */
    List<UnitResult> units(Rule rule, RuleCase one) {
        return units(rule, one, assessor.reads(rule), new CaseTables(database, schemas, folder));
    }

    private List<UnitResult> units(Rule rule, RuleCase one, RuleReads reads, CaseTables tables) {
        Manifest manifest = tables.fill(rule, one, reads);
        List<UnitResult> units = new ArrayList<>();
        assessor.assess(manifest, request(rule, one)).units(units::add);
        return units;
    }

    private static AssessmentRequest request(Rule rule, RuleCase one) {
        SelectedControl control =
                new SelectedControl("", new Framework.Control(rule.id(), rule.id(), "", 1, false), rule);
        return new AssessmentRequest(
                List.of(),
                List.of(control),
                RuleSettings.general(Map.of(rule.id(), one.parameters())),
                one.waivers(),
                one.attestations(),
                Optional.empty(),
                false,
                Set.of(),
                Set.of(),
                Map.of());
    }

    @Override
    public void close() {
        database.close();
        try {
            SnapshotStore.deleteTree(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }
}
