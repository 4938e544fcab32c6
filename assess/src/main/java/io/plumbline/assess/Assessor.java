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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs rules on a snapshot. All of it happens in DuckDB, so the size of an estate is a matter of its disk and not of this program's
 * memory. Not for use by two threads at once.
 */
public final class Assessor {
    private final Database database;
    private final Schemas schemas;
    private final RuleMemory memory;
    private final String surroundings;
    private final Map<String, RuleMemory.Known> known = new HashMap<>();
    private Optional<RuleAnalysis> analysis = Optional.empty();

    /** Makes the functions that rules use known to the database. */
    public Assessor(Database database, Schemas schemas, RuleMemory memory) {
        this.database = database;
        this.schemas = schemas;
        this.memory = memory;
        List<SqlFunction> functions = Functions.all();
        this.surroundings = RuleMemory.surroundings(functions);
        Functions.register(database, () -> functions);
    }

    /** One for another database, which need not find out again what is known of rules here. */
    public Assessor on(Database other) {
        Assessor assessor = new Assessor(other, schemas, memory);
        assessor.known.putAll(known);
        return assessor;
    }

    /** What must be collected so that these rules can judge: tables, details and focus. */
    public List<Need> needs(Collection<Rule> rules) {
        List<Need> needs = RuleNeeds.of(rules, this::reads);
        memory.save();
        return needs;
    }

    /** The tables that these rules read, for attaching a snapshot. */
    public Set<String> tables(Collection<Rule> rules) {
        return rules.stream().flatMap(rule -> reads(rule).tables().stream()).collect(Collectors.toSet());
    }

    /**
     * Judges a snapshot that is attached to the database. If a rule of a user's own is among those to run, the database is locked first
     * to the snapshot's folder and to the one where its verdicts are written, and stays so.
     *
     * @throws BadInput if a rule cannot run or gives rows that rules must not give, naming rule and column
     */
    public Assessment assess(Snapshot snapshot, AssessmentRequest request) {
        if (request.rules().stream().anyMatch(rule -> !rule.builtIn())) {
            Sandbox.restrict(
                    database,
                    List.of(snapshot.folder(), VerdictStore.of(snapshot).building(snapshot)));
        }
        return assess(snapshot.manifest(), ReadRegions.of(snapshot.manifest()), request);
    }

    /**
     * The same on tables that stand in the database however they came there; {@code journal} is one of them. Every region counts as
     * read.
     */
    Assessment assess(Manifest manifest, AssessmentRequest request) {
        return assess(manifest, ReadRegions.everywhere(), request);
    }

    /** The same, telling which regions were read. */
    Assessment assess(Manifest manifest, ReadRegions read, AssessmentRequest request) {
        Instant now = request.now().orElse(manifest.now());
        Accounts accounts = new Accounts(manifest, now);
        accounts.create(database);
        read.create(database);
        Gaps gaps = Gaps.of(database, manifest);
        AttestationMerge attestations = new AttestationMerge(request, now);
        WaiverMerge waivers = new WaiverMerge(request.waivers(), now);
        RuleRun.Shared shared = new RuleRun.Shared(
                accounts, read, new Views(), gaps, new UnknownMerge(database), attestations, waivers);
        List<Rule> rules = request.rules();
        List<RuleMemory.Known> knowns = rules.stream().map(this::finished).toList();
        memory.save();
        List<Map<String, UnitCounts>> counts = Spread.over(database, rules.size(), connection -> {
            RuleRun run = new RuleRun(connection, request, shared);
            return number -> run.judge(rules.get(number), knowns.get(number));
        });
        Map<String, Map<String, UnitCounts>> countsOf = new HashMap<>();
        Map<String, RuleReads> reads = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            countsOf.put(rules.get(i).id(), counts.get(i));
            reads.put(rules.get(i).id(), knowns.get(i).reads());
        }
        List<String> messages = new ArrayList<>(waivers.messages());
        messages.addAll(attestations.messages());
        return AssessmentResult.of(
                database,
                manifest,
                request,
                reads,
                now,
                countsOf,
                gaps.list(rules).stream()
                        .filter(gap -> read.holds(gap.accountId(), gap.region()))
                        .toList(),
                messages);
    }

    private RuleMemory.Known finished(Rule rule) {
        if (!rule.finished()) {
            throw new BadInput(rule.origin() + ": the rule is not finished: rule.sql or cases.yaml is missing.");
        }
        return known(rule);
    }

    /**
     * What a finished rule reads.
     *
     * @throws BadInput if its SQL reads what does not exist or does what a rule must not do
     */
    RuleReads reads(Rule rule) {
        return known(rule).reads();
    }

    private RuleMemory.Known known(Rule rule) {
        return known.computeIfAbsent(
                rule.origin(),
                origin -> memory.known(surroundings, schemas, rule).orElseGet(() -> {
                    RuleAnalysis looking = analysis();
                    RuleMemory.Known found =
                            RuleMemory.Known.of(looking.reads(rule), new RuleCheck(looking).select(rule), schemas);
                    memory.learn(surroundings, rule, found);
                    return found;
                }));
    }

    /**
     * What a rule's repair reads and gives.
     *
     * @throws BadInput if it cannot run, or reads what its rule does not read
     */
    RepairCheck.Checked checked(Rule rule, RepairQuery repair) {
        RepairCheck.Checked checked = new RepairCheck(analysis()).check(rule, repair);
        checked.within(reads(rule));
        return checked;
    }

    private RuleAnalysis analysis() {
        RuleAnalysis looking = analysis.orElseGet(() -> new RuleAnalysis(database, schemas));
        analysis = Optional.of(looking);
        return looking;
    }
}
