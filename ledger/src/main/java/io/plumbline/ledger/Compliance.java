package io.plumbline.ledger;

import io.plumbline.assess.Catalog;
import io.plumbline.assess.Framework;
import io.plumbline.model.BadInput;
import io.plumbline.model.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * How frameworks stand, now or at any moment before. Every answer comes of the same numbers at a moment, so score, sections, heat map and
 * trend cannot disagree.
 */
public final class Compliance {
    private static final int MOST_CHANGES = 500;

    private final Ledger ledger;
    private final Catalog catalog;
    private final Numbers numbers = new Numbers();

    public Compliance(Ledger ledger, Catalog catalog) {
        this.ledger = ledger;
        this.catalog = catalog;
    }

    /** The numbers that a question is about, by rule. */
    private record Chosen(Framework framework, LedgerAccounts accounts, Map<String, List<PlaceState>> byRule) {
        List<PlaceState> of(Framework.Control control) {
            return byRule.getOrDefault(control.rule(), List.of());
        }

        Score score(List<Framework.Control> controls) {
            return Score.of(controls.stream()
                    .filter(Framework.Control::scored)
                    .flatMap(control -> of(control).stream())
                    .map(PlaceState::status)
                    .toList());
        }

        List<Framework.Control> section(String id) {
            return framework.controls().stream()
                    .filter(control -> control.section().equals(id))
                    .toList();
        }
    }

    private record Place(Framework.Control control, PlaceState state) {
        ComplianceView.Result result(Catalog catalog, LedgerAccounts accounts) {
            return new ComplianceView.Result(
                    control,
                    catalog.rule(control.rule()),
                    state.accountId(),
                    accounts.name(state.accountId()),
                    state.status(),
                    state.counts(),
                    state.since());
        }
    }

    private Chosen choose(Handle handle, ComplianceQuery query) {
        Framework framework = catalog.framework(query.framework());
        LedgerAccounts accounts = LedgerAccounts.of(handle);
        Visible visible = accounts.choose(query.visible(), query.accounts(), query.ous());
        Set<String> rules =
                framework.controls().stream().map(Framework.Control::rule).collect(Collectors.toSet());
        return new Chosen(
                framework,
                accounts,
                numbers.at(handle, query.at().orElse(PlaceState.END)).stream()
                        .filter(state -> rules.contains(state.rule()) && visible.holds(state.accountId()))
                        .collect(Collectors.groupingBy(PlaceState::rule)));
    }

    /**
     * The whole framework.
     *
     * @throws BadInput if there is no such framework
     */
    public ComplianceView view(ComplianceQuery query) {
        return ledger.read(handle ->
                numbers.answer(handle, List.of("view", query), ComplianceView.class, () -> view(handle, query)));
    }

    private ComplianceView view(Handle handle, ComplianceQuery query) {
        Chosen chosen = choose(handle, query);
        List<Framework.Control> controls = chosen.framework().controls();
        return new ComplianceView(
                chosen.framework(),
                Assessments.at(handle, query.at().orElse(PlaceState.END)),
                chosen.score(controls),
                chosen.framework().sections().entrySet().stream()
                        .map(section -> new ComplianceView.Section(
                                section.getKey(),
                                section.getValue(),
                                chosen.score(chosen.section(section.getKey())),
                                sum(chosen.section(section.getKey()).stream()
                                        .flatMap(control -> chosen.of(control).stream())
                                        .toList())))
                        .toList(),
                controls.stream().map(control -> control(chosen, control)).toList());
    }

    private ComplianceView.Control control(Chosen chosen, Framework.Control control) {
        List<PlaceState> states = chosen.of(control);
        Counts counts = sum(states);
        return new ComplianceView.Control(
                control,
                catalog.rule(control.rule()),
                states.isEmpty() ? Status.UNKNOWN : counts.status(),
                counts,
                states.size(),
                states.stream().filter(state -> state.status() == Status.FAIL).count(),
                states.stream().map(PlaceState::since).max(Comparator.naturalOrder()));
    }

    private static Counts sum(List<PlaceState> states) {
        return states.stream().map(PlaceState::counts).reduce(Counts.NONE, Counts::plus);
    }

    /** The score alone. */
    public Score score(ComplianceQuery query) {
        return ledger.read(handle -> {
            Chosen chosen = choose(handle, query);
            return chosen.score(chosen.framework().controls());
        });
    }

    /** The score of each account that was judged. */
    public Map<String, Score> scores(ComplianceQuery query) {
        return ledger.read(handle -> {
            Chosen chosen = choose(handle, query);
            Map<String, Score> scores = new HashMap<>();
            chosen.framework().controls().stream()
                    .filter(Framework.Control::scored)
                    .flatMap(control -> chosen.of(control).stream())
                    .forEach(state -> scores.merge(
                            state.accountId(),
                            Score.NONE.plus(state.status(), 1),
                            (score, one) -> score.plus(state.status(), 1)));
            return scores;
        });
    }

    /**
     * A row for each control and account, in benchmark order, then by account.
     *
     * @param control only this one
     * @param statuses only these; empty for all
     */
    public Page<ComplianceView.Result> results(
            ComplianceQuery query, Optional<String> control, Set<Status> statuses, Paging paging) {
        return ledger.read(handle -> {
            Chosen chosen = choose(handle, query);
            List<Place> all = chosen.framework().controls().stream()
                    .filter(one ->
                            control.map(wanted -> wanted.equals(one.control())).orElse(true))
                    .flatMap(one -> chosen.of(one).stream()
                            .filter(state -> statuses.isEmpty() || statuses.contains(state.status()))
                            .map(state -> new Place(one, state)))
                    .toList();
            return new Page<>(
                    all.size(),
                    all.stream()
                            .skip(paging.offset())
                            .limit(paging.size())
                            .map(place -> place.result(catalog, chosen.accounts()))
                            .toList());
        });
    }

    /** A row for each account that was judged, ordered by id. */
    public List<ComplianceView.HeatRow> heat(ComplianceQuery query) {
        return ledger.read(handle -> {
            Chosen chosen = choose(handle, query);
            List<String> sections = List.copyOf(chosen.framework().sections().keySet());
            Map<String, Counts[]> rows = new TreeMap<>();
            for (Framework.Control control : chosen.framework().controls()) {
                int section = sections.indexOf(control.section());
                for (PlaceState state : section < 0 ? List.<PlaceState>of() : chosen.of(control)) {
                    Counts[] row = rows.computeIfAbsent(
                            state.accountId(),
                            id -> IntStream.range(0, sections.size())
                                    .mapToObj(i -> Counts.NONE)
                                    .toArray(Counts[]::new));
                    row[section] = row[section].plus(state.counts());
                }
            }
            return rows.entrySet().stream()
                    .map(row -> new ComplianceView.HeatRow(
                            row.getKey(), chosen.accounts().name(row.getKey()), List.of(row.getValue())))
                    .toList();
        });
    }

    /** The score as each assessment since a moment left it, oldest first; the last point is the score at the end. */
    public List<ComplianceView.Point> trend(ComplianceQuery query, Instant from) {
        return ledger.read(handle -> numbers.answer(
                        handle, List.of("trend", query, from), Points.class, () -> points(handle, query, from))
                .all());
    }

    private record Points(List<ComplianceView.Point> all) {}

    private Points points(Handle handle, ComplianceQuery query, Instant from) {
        Framework framework = catalog.framework(query.framework());
        Instant to = query.at().orElse(PlaceState.END);
        List<AssessmentInfo> assessments = Assessments.between(handle, from, to);
        if (assessments.isEmpty()) {
            return new Points(List.of());
        }
        Visible visible = LedgerAccounts.of(handle).choose(query.visible(), query.accounts(), query.ous());
        Trend trend = new Trend(assessments, to, framework);
        numbers.during(handle, trend.begin(), to).stream()
                .filter(state -> visible.holds(state.accountId()))
                .forEach(trend::add);
        return new Points(trend.points());
    }

    /** How a rule's numbers changed, newest first, the last five hundred changes. */
    public List<ComplianceView.RuleChange> history(String rule, Set<String> accounts, Visible visible) {
        return ledger.read(handle -> {
            LedgerAccounts known = LedgerAccounts.of(handle);
            Where where = new Where()
                    .and("rule = :it", rule)
                    .visible("account_id", known.choose(visible, accounts, Set.of()));
            List<ComplianceView.RuleChange> changes = new ArrayList<>();
            Map<String, Status> before = new HashMap<>();
            where.bind(handle.createQuery(Numbers.SELECT + where.sql() + " order by since, id"))
                    .map((row, context) -> Numbers.state(row))
                    .forEach(state -> changes.add(new ComplianceView.RuleChange(
                            state.since(),
                            state.assessment(),
                            state.accountId(),
                            known.name(state.accountId()),
                            Optional.ofNullable(before.put(state.accountId(), state.status())),
                            state.status(),
                            state.counts())));
            return changes.reversed().stream().limit(MOST_CHANGES).toList();
        });
    }
}
