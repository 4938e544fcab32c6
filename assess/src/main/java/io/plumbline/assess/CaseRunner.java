package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.model.Status;
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
    private final CallModel model;
    private final Assessor assessor;

    /** One that takes the calls of repairs as they are. */
    public CaseRunner(Catalog catalog, Schemas schemas) {
        this(catalog, schemas, CallModel.NONE);
    }

    /** One that holds the calls of repairs against a model of AWS's APIs. */
    public CaseRunner(Catalog catalog, Schemas schemas, CallModel model) {
        this.catalog = catalog;
        this.schemas = schemas;
        this.model = model;
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
     * UNKNOWN at least once each; the next, of a rule with a repair, whether they show that.
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
        Optional<RepairCheck.Checked> repair = rule.repair().map(query -> assessor.checked(rule, query));
        List<RuleCase> cases = file.cases();
        repair.ifPresent(checked -> results.add(new CaseResult(
                rule.id(),
                "the cases show the repair",
                cases.stream().anyMatch(CaseRunner::showsRepair)
                        ? List.of()
                        : List.of("no case has a repair with calls or a note under 'repairs'; write one"))));
        for (RuleCase one : cases) {
            results.add(new CaseResult(rule.id(), one.name(), problems(rule, one, reads, tables, repair)));
        }
        return results;
    }

    private static boolean showsRepair(RuleCase one) {
        return one.repairs().filter(repairs -> !repairs.isEmpty()).isPresent();
    }

    private List<String> problems(
            Rule rule, RuleCase one, RuleReads reads, CaseTables tables, Optional<RepairCheck.Checked> repair) {
        try {
            Manifest manifest = tables.fill(rule, one, reads);
            List<UnitResult> units = units(rule, one, manifest);
            List<String> problems = new ArrayList<>(CaseDifferences.between(one.expect(), units));
            problems.addAll(CaseRepairs.differences(one.repairs(), repairs(rule, one, manifest, units, repair), model));
            return problems;
        } catch (BadInput | DatabaseException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** What the rule says of the rows of a case, whatever that expects. */
    List<UnitResult> units(Rule rule, RuleCase one) {
        return units(rule, one, new CaseTables(database, schemas, folder).fill(rule, one, assessor.reads(rule)));
    }

    private List<Repair> repairs(
            Rule rule, RuleCase one, Manifest manifest, List<UnitResult> units, Optional<RepairCheck.Checked> repair) {
        // Only where the case says what must come out: a repair may compute all the views of its rule once more.
        if (repair.isEmpty() || one.repairs().isEmpty()) {
            return List.of();
        }
        List<FailedUnit> failed = units.stream()
                .filter(unit -> unit.status() == Status.FAIL)
                .map(FailedUnit::of)
                .toList();
        // The accounts stand in the database since the units were judged.
        return new RepairRun(database, new Accounts(manifest, one.now()), manifest)
                .repairs(rule, rule.repair().orElseThrow(), repair.get(), failed, settings(rule, one));
    }

    private List<UnitResult> units(Rule rule, RuleCase one, Manifest manifest) {
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
                settings(rule, one),
                one.waivers(),
                one.attestations(),
                Optional.empty(),
                false,
                Set.of(),
                Set.of(),
                Map.of());
    }

    private static RuleSettings settings(Rule rule, RuleCase one) {
        return RuleSettings.general(Map.of(rule.id(), one.parameters()));
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
