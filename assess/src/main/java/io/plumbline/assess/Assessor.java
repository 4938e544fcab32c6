package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs rules on a snapshot. All of it happens in DuckDB, so the size of an estate is a matter of its disk and not of this program's
 * memory. Not for use by two threads at once.
 */
public final class Assessor {
    private final Database database;
    private final RuleAnalysis analysis;
    private final Map<String, Prepared> prepared = new HashMap<>();

    private record Prepared(RuleReads reads, String sql) {}

    /** Makes the functions that rules use known to the database. */
    public Assessor(Database database, Schemas schemas) {
        this.database = database;
        this.analysis = new RuleAnalysis(database, schemas);
    }

    /** What must be collected so that these rules can judge: tables, details and focus. */
    public List<Need> needs(Collection<Rule> rules) {
        return RuleNeeds.of(rules, analysis);
    }

    /**
     * Judges a snapshot that is attached to the database. If a rule of a user's own is among those to run, the database is locked first
     * to reading the snapshot's folder, and stays so.
     *
     * @throws BadInput if a rule cannot run or gives rows that rules must not give, naming rule and column
     */
    public Assessment assess(Snapshot snapshot, AssessmentRequest request) {
        if (request.rules().stream().anyMatch(rule -> !rule.builtIn())) {
            Sandbox.restrict(database, snapshot.folder());
        }
        return assess(snapshot.manifest(), request);
    }

    /** The same on tables that stand in the database however they came there; {@code journal} is one of them. */
    Assessment assess(Manifest manifest, AssessmentRequest request) {
        Instant now = request.now().orElse(manifest.now());
        Accounts accounts = new Accounts(database, manifest, now);
        accounts.create();
        Gaps gaps = new Gaps(database, manifest);
        gaps.create();
        AttestationMerge attestations = new AttestationMerge(database, request, now);
        WaiverMerge waivers = new WaiverMerge(database, request.waivers(), now);
        UnknownMerge unknown = new UnknownMerge(database);
        Views views = new Views(database);
        Map<String, VerdictTable> verdicts = new HashMap<>();
        for (Rule rule : request.rules()) {
            if (!rule.finished()) {
                throw new BadInput(rule.origin() + ": the rule is not finished: rule.sql or cases.yaml is missing.");
            }
            Prepared own = prepared(rule);
            accounts.param(rule, request.settings());
            views.make(rule);
            VerdictTable table = new VerdictTable(database, rule, verdicts.size());
            table.fill(own.sql());
            boolean missing = gaps.find(rule, own.reads());
            if (missing) {
                gaps.keep(rule);
                unknown.merge(table);
            }
            unknown.otherAccounts(table, missing);
            attestations.merge(table);
            waivers.merge(table, own.reads().tables());
            table.select(request);
            verdicts.put(rule.id(), table);
        }
        List<String> messages = new ArrayList<>(waivers.messages());
        messages.addAll(attestations.messages());
        return AssessmentResult.of(database, manifest, request, now, verdicts, gaps.list(request.rules()), messages);
    }

    private Prepared prepared(Rule rule) {
        return prepared.computeIfAbsent(
                rule.origin(), origin -> new Prepared(analysis.reads(rule), new RuleCheck(analysis).normalized(rule)));
    }
}
