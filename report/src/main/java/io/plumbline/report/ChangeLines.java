package io.plumbline.report;

import io.plumbline.assess.AccountChange;
import io.plumbline.assess.AssessedAccount;
import io.plumbline.assess.Changes;
import io.plumbline.assess.ControlChange;
import io.plumbline.assess.ControlResult;
import io.plumbline.assess.UnitChanges;
import io.plumbline.snapshot.AssetChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What changed since an earlier scan, in few lines for a terminal: changed accounts, then controls with another verdict, then those with
 * other units, then tables with other rows. When there are too many, controls and tables give way to each other and some are left out.
 */
public final class ChangeLines {
    /** Lines about accounts, controls and tables; with those around them it is twenty at most. */
    private static final int MOST = 16;

    /** Lines that tables may have when not everything fits. */
    private static final int TABLES = 5;

    private final Changes changes;
    private final List<AssetChange> assets;
    private final int width;

    private ChangeLines(Changes changes, List<AssetChange> assets, int width) {
        this.changes = changes;
        this.assets = assets;
        this.width = width;
    }

    /**
     * The lines.
     *
     * @param earlier the earlier snapshot's id
     * @param later the later one's
     */
    public static List<String> of(
            String earlier, String later, Changes changes, List<AssetChange> assets, TableOptions options) {
        return new ChangeLines(changes, assets, options.width()).lines(earlier, later);
    }

    private List<String> lines(String earlier, String later) {
        List<String> verdicts = new ArrayList<>();
        changes.accounts().forEach(change -> verdicts.add(line(change)));
        boolean framework = changes.controls().stream()
                        .map(change -> change.after().framework())
                        .distinct()
                        .count()
                > 1;
        Stream.of(true, false)
                .flatMap(verdict -> changes.controls().stream().filter(change -> change.verdictChanged() == verdict))
                .forEach(change -> verdicts.add(line(change, framework)));
        List<String> tables = assets.stream().map(this::line).toList();

        List<String> lines = new ArrayList<>();
        List<String> first =
                PlainText.wrap("Since " + earlier + ": " + summary(verdicts.isEmpty() && tables.isEmpty()), width - 4);
        first.forEach(line -> lines.add(lines.isEmpty() ? line : "    " + line));
        boolean all = verdicts.size() + tables.size() <= MOST;
        int shownTables = all ? tables.size() : Math.min(tables.size(), Math.max(TABLES, MOST - verdicts.size()));
        int shownVerdicts = all ? verdicts.size() : Math.min(verdicts.size(), MOST - shownTables);
        lines.addAll(verdicts.subList(0, shownVerdicts));
        lines.addAll(tables.subList(0, shownTables));
        if (!changes.notCompared().isEmpty()) {
            lines.add("  " + count(changes.notCompared().size(), "rule")
                    + " not compared: one of the two scans did not read what they need");
        }
        int left = verdicts.size() + tables.size() - shownVerdicts - shownTables;
        if (left > 0) {
            lines.add(
                    String.format(Locale.ROOT, "… and %,d more; plumbline diff %s %s shows all", left, earlier, later));
        }
        return lines.stream().map(line -> PlainText.cut(line, width)).toList();
    }

    private String summary(boolean nothing) {
        String units = units(changes.units());
        return nothing ? "nothing changed" : units.isEmpty() ? "no failed unit is new and none is fixed" : units;
    }

    private String line(ControlChange change, boolean framework) {
        ControlResult now = change.after();
        String verdict = change.verdictChanged()
                ? StatusWords.word(change.before().status()) + " → " + StatusWords.word(now.status())
                : "still " + StatusWords.word(now.status());
        String units = units(change.units());
        String what = ": " + verdict + (units.isEmpty() ? "" : ", " + units);
        String control =
                PlainText.clean((framework && !now.framework().isEmpty() ? now.framework() + " " : "") + now.control());
        return "  " + control + " "
                + PlainText.account(
                        now.accountName(),
                        now.accountId(),
                        width - 3 - PlainText.width(control) - PlainText.width(what))
                + what;
    }

    private String line(AccountChange change) {
        String what = ": " + what(change);
        AssessedAccount account = change.account();
        return "  " + PlainText.account(account.name(), account.id(), width - 2 - PlainText.width(what)) + what;
    }

    private static String what(AccountChange change) {
        String failed = change.failed() == 0 ? "no control failed" : count(change.failed(), "control") + " failed";
        return switch (change.kind()) {
            case NEW -> "new in this scan, " + failed;
            case OPENED -> "could not be entered then and can be now, " + failed;
            case CLOSED -> "cannot be entered any more, nothing of it is known";
            case GONE -> "no longer among the scanned accounts";
        };
    }

    private String line(AssetChange change) {
        List<String> parts = new ArrayList<>();
        if (change.appeared() > 0) {
            parts.add(number(change.appeared()) + " appeared");
        }
        if (change.disappeared() > 0) {
            parts.add(number(change.disappeared()) + " disappeared");
        }
        return "  " + change.table() + ": " + String.join(", ", parts);
    }

    /** Such as "2 newly failed units, 1 fixed". */
    private static String units(UnitChanges units) {
        List<String> parts = new ArrayList<>();
        part(parts, units.newlyFailed(), "newly failed ", "");
        part(parts, units.fixed(), "", " fixed");
        part(parts, units.noLongerKnown(), "", " no longer known");
        part(parts, units.noLongerJudged(), "", " no longer judged");
        part(parts, units.excepted(), "", " now excepted");
        return String.join(", ", parts);
    }

    /** Only the first part says what is counted. */
    private static void part(List<String> parts, long number, String before, String after) {
        if (number > 0) {
            String noun = parts.isEmpty() ? (number == 1 ? "unit" : "units") : "";
            parts.add((number(number) + " " + before + noun + after).replace("  ", " "));
        }
    }

    private static String count(long number, String word) {
        return number(number) + " " + word + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return PlainText.number(number);
    }
}
