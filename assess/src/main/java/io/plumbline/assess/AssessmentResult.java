package io.plumbline.assess;

import io.plumbline.model.Partition;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Counts, and a way to the units, which stay in the database.
 *
 * @param reads what each rule reads, by its id
 * @param counts of units, by rule id and account
 */
record AssessmentResult(
        Database database,
        Manifest manifest,
        AssessmentRequest request,
        Map<String, RuleReads> reads,
        Map<String, Map<String, UnitCounts>> counts,
        String snapshot,
        String partition,
        Instant now,
        List<AssessedAccount> accounts,
        List<ControlResult> controls,
        List<Gap> gaps,
        List<String> messages)
        implements Assessment {

    static AssessmentResult of(
            Database database,
            Manifest manifest,
            AssessmentRequest request,
            Map<String, RuleReads> reads,
            Instant now,
            Map<String, Map<String, UnitCounts>> counts,
            List<Gap> gaps,
            List<String> messages) {
        List<AssessedAccount> accounts = manifest.accounts().stream()
                .filter(account ->
                        request.accounts().isEmpty() || request.accounts().contains(account.id()))
                .map(AssessedAccount::of)
                .sorted(Comparator.comparing(AssessedAccount::id))
                .toList();
        List<ControlResult> controls =
                new ControlCounting(counts, request.countNotApplicableAsPass(), now).of(request.controls(), accounts);
        List<Gap> wanted = gaps.stream()
                .filter(gap ->
                        request.accounts().isEmpty() || request.accounts().contains(gap.accountId()))
                .filter(gap -> request.regions().isEmpty()
                        || gap.region().equals("global")
                        || request.regions().contains(gap.region()))
                .toList();
        return new AssessmentResult(
                database,
                manifest,
                request,
                reads,
                counts,
                manifest.id(),
                manifest.partition(),
                now,
                accounts,
                controls,
                wanted,
                messages);
    }

    @Override
    public List<String> frameworks() {
        return request.frameworks();
    }

    /** What a rule that judged reads. */
    RuleReads readsOf(Rule rule) {
        return Objects.requireNonNull(reads.get(rule.id()), "every rule that judged was analysed");
    }

    /** How many units a rule has, by account. */
    Map<String, UnitCounts> countsOf(Rule rule) {
        return counts.getOrDefault(rule.id(), Map.of());
    }

    @Override
    public void units(Consumer<UnitResult> consumer) {
        List<UnitReader> readers = request.controls().stream()
                .map(selected -> new UnitReader(selected, new Partition(partition), request.waivers()))
                .toList();
        UnitPieces pieces = new UnitPieces();
        for (int i = 0; i < readers.size(); i++) {
            int place = i;
            Rule rule = request.controls().get(i).rule();
            pieces.add(
                    countsOf(rule),
                    condition -> "select " + place + " as place, account_id, region, unit, " + UnitReader.ROW
                            + " as row_text from " + VerdictTable.name(rule) + " v where " + condition);
        }
        for (String piece : pieces.selects()) {
            database.each(
                    "select place, row_text from (" + piece + ") order by place, account_id, region, unit", row -> {
                        consumer.accept(readers.get(row.getInt(1)).read(row.getString(2)));
                        return true;
                    });
        }
    }
}
