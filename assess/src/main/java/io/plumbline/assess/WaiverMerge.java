package io.plumbline.assess;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Marks the failed units that a valid exception covers. Of several the first in the file is named. */
final class WaiverMerge {
    private final List<Waiver> waivers;
    private final Instant now;

    WaiverMerge(List<Waiver> waivers, Instant now) {
        this.waivers = waivers;
        this.now = now;
    }

    /** Exceptions that are over, in words. */
    List<String> messages() {
        return waivers.stream()
                .filter(waiver -> !waiver.expires().isAfter(now))
                .map(waiver -> "The exception " + waiver.id() + " for " + String.join(", ", waiver.rules()) + " of "
                        + waiver.owner() + " expired on " + AttestationMerge.day(waiver.expires())
                        + " and is not applied.")
                .toList();
    }

    void merge(VerdictTable verdicts, Set<String> tables) {
        List<String> rows = new ArrayList<>();
        boolean tagged = false;
        for (int i = 0; i < waivers.size(); i++) {
            Waiver waiver = waivers.get(i);
            if (waiver.rules().contains(verdicts.rule().id())
                    && waiver.expires().isAfter(now)) {
                rows.add(row(i, waiver.scope()));
                tagged |= !waiver.scope().tags().isEmpty();
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        Database database = verdicts.database();
        database.execute("create or replace temp table plumbline_waiver as "
                + SqlValues.rows(
                        List.of(
                                "position INTEGER",
                                "accounts VARCHAR[]",
                                "ous VARCHAR[]",
                                "regions VARCHAR[]",
                                "arns VARCHAR[]",
                                "patterns VARCHAR[]",
                                "tags STRUCT(k VARCHAR, vs VARCHAR[])[]"),
                        rows));
        String name = verdicts.name();
        database.execute(
                "create or replace temp table plumbline_covered as select v.account_id, v.unit, coalesce(v.asset, v.unit) as arn,"
                        + " w.position, w.tags from " + name + " v join " + Accounts.TABLE
                        + " a on a.account_id = v.account_id, plumbline_waiver w where v.status = 'FAIL'"
                        + " and (len(w.accounts) = 0 or list_contains(w.accounts, v.account_id))"
                        + " and (len(w.ous) = 0 or list_has_any(w.ous, a.ou_words))"
                        + " and (len(w.regions) = 0 or list_contains(w.regions, v.region))"
                        + " and (len(w.arns) + len(w.patterns) = 0 or list_contains(w.arns, v.unit) or list_contains(w.arns, v.asset)"
                        + " or len(list_filter(w.patterns, lambda p: like_escape(v.unit, p, '\\')"
                        + " or coalesce(like_escape(v.asset, p, '\\'), false))) > 0)");
        database.execute("update " + name
                + " v set exception = h.position from (select c.account_id, c.unit, min(c.position) as position"
                + " from plumbline_covered c" + (tagged ? tagged(tables) : "")
                + " group by c.account_id, c.unit) h where v.account_id = h.account_id and v.unit = h.unit");
    }

    /** Leaves those whose asset has the tags; only rows of assets in question are looked at. */
    private static String tagged(Set<String> tables) {
        String rows = tables.stream()
                .sorted()
                .map(table -> "select t.account_id, t.arn, t.tags from " + Sql.name(table)
                        + " t semi join plumbline_covered k on k.account_id = t.account_id and k.arn = t.arn")
                .collect(Collectors.joining(" union all "));
        return " left join (" + rows + ") t on t.account_id = c.account_id and t.arn = c.arn"
                + " where len(list_filter(c.tags, lambda x: coalesce(list_contains(x.vs, t.tags[x.k]), false))) = len(c.tags)";
    }

    private static String row(int position, Waiver.Scope scope) {
        List<String> exact =
                scope.arns().stream().filter(arn -> !arn.contains("*")).toList();
        List<String> patterns = scope.arns().stream()
                .filter(arn -> arn.contains("*"))
                .map(WaiverMerge::pattern)
                .toList();
        String tags = scope.tags().entrySet().stream()
                .map(tag ->
                        "{'k': " + SqlValues.text(tag.getKey()) + ", 'vs': " + SqlValues.texts(tag.getValue()) + "}")
                .collect(Collectors.joining(", ", "[", "]"));
        return "(" + position + ", " + list(scope.accounts()) + ", " + list(scope.ous()) + ", " + list(scope.regions())
                + ", " + list(exact) + ", " + list(patterns) + ", " + tags + "::struct(k varchar, vs varchar[])[])";
    }

    private static String list(Collection<String> texts) {
        return SqlValues.texts(texts);
    }

    /** A pattern with {@code *} as one for SQL's LIKE. */
    static String pattern(String arn) {
        return arn.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_").replace("*", "%");
    }
}
