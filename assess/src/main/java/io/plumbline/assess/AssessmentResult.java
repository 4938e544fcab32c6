package io.plumbline.assess;

import io.plumbline.model.Partition;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Counts, and a way to the units, which stay in the database.
 *
 * @param reads what each rule reads, by its id
 */
record AssessmentResult(
        Database database,
        Manifest manifest,
        AssessmentRequest request,
        Map<String, RuleReads> reads,
        String snapshot,
        String partition,
        Instant now,
        List<AssessedAccount> accounts,
        List<ControlResult> controls,
        List<Gap> gaps,
        List<String> messages)
        implements Assessment {

    private static final long AT_ONCE = 50_000;

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

    @Override
    public void units(Consumer<UnitResult> consumer) {
        for (SelectedControl selected : request.controls()) {
            String table = VerdictTable.name(selected.rule());
            UnitReader reader = new UnitReader(selected, new Partition(partition), request.waivers());
            for (String accounts : batches(table, AT_ONCE)) {
                database.each(
                        "select " + UnitReader.ROW + " from " + table + " where " + accounts
                                + " order by account_id, region, unit",
                        row -> {
                            consumer.accept(reader.read(row.getString(1)));
                            return true;
                        });
            }
        }
    }

    /** Conditions for a few accounts at a time, so that no sort gets large. */
    List<String> batches(String table, long atOnce) {
        List<String> batches = new ArrayList<>();
        List<String> together = new ArrayList<>();
        long[] units = {0};
        database.each("select account_id, count(*) from " + table + " group by account_id order by account_id", row -> {
            together.add(row.getString(1));
            units[0] += row.getLong(2);
            if (units[0] > atOnce) {
                batches.add(between(together));
                together.clear();
                units[0] = 0;
            }
            return true;
        });
        if (!together.isEmpty()) {
            batches.add(between(together));
        }
        return batches;
    }

    private static String between(List<String> accounts) {
        return "account_id between " + SqlValues.text(accounts.getFirst()) + " and "
                + SqlValues.text(accounts.getLast());
    }
}
