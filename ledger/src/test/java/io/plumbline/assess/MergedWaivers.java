package io.plumbline.assess;

import io.plumbline.snapshot.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an assessment says that exceptions cover, for whoever says it in another way. */
public final class MergedWaivers {
    private MergedWaivers() {}

    /** A failed unit, with the units that its account is in and its asset's tags. */
    public record Unit(
            String account,
            List<String> ous,
            String region,
            String unit,
            Optional<String> asset,
            Map<String, String> tags) {}

    /** For each unit the place of the exception that covers it; -1 if none does. Units must differ by name. */
    public static List<Integer> of(Rule rule, List<Waiver> waivers, List<Unit> units, Instant now) {
        try (Database database = Database.open()) {
            VerdictTable verdicts = new VerdictTable(database, rule);
            database.execute("create table " + Accounts.TABLE + " (account_id varchar, ou_words varchar[])");
            database.execute("create table thing (account_id varchar, arn varchar, tags map(varchar, varchar))");
            database.execute(
                    "create table " + verdicts.name()
                            + " (account_id varchar, region varchar, unit varchar, asset varchar, status varchar, exception integer)");
            units.stream()
                    .map(unit -> List.of(unit.account(), unit.ous()))
                    .distinct()
                    .forEach(account -> {
                        Unit any = units.stream()
                                .filter(unit -> unit.account().equals(account.getFirst()))
                                .findFirst()
                                .orElseThrow();
                        database.execute("insert into " + Accounts.TABLE + " values (" + SqlValues.text(any.account())
                                + ", " + SqlValues.texts(any.ous()) + ")");
                    });
            for (Unit unit : units) {
                database.execute("insert into " + verdicts.name() + " values ("
                        + Stream.of(
                                        Optional.of(unit.account()),
                                        Optional.of(unit.region()),
                                        Optional.of(unit.unit()),
                                        unit.asset())
                                .map(SqlValues::text)
                                .collect(Collectors.joining(", "))
                        + ", 'FAIL', null)");
                database.execute("insert into thing values (" + SqlValues.text(unit.account()) + ", "
                        + SqlValues.text(unit.asset().orElse(unit.unit())) + ", "
                        + unit.tags().entrySet().stream()
                                .map(tag -> SqlValues.text(tag.getKey()) + ": " + SqlValues.text(tag.getValue()))
                                .collect(Collectors.joining(", ", "map {", "}"))
                        + ")");
            }
            new WaiverMerge(waivers, now).merge(verdicts, Set.of("thing"));
            List<Integer> covering = new ArrayList<>();
            for (Unit unit : units) {
                covering.add(database.query(
                                "select coalesce(exception, -1) from " + verdicts.name() + " where unit = "
                                        + SqlValues.text(unit.unit()),
                                row -> row.getInt(1))
                        .getFirst());
            }
            return covering;
        }
    }
}
