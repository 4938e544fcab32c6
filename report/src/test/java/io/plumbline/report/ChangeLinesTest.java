package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.AccountChange;
import io.plumbline.assess.AssessedAccount;
import io.plumbline.assess.Changes;
import io.plumbline.assess.ControlChange;
import io.plumbline.assess.ControlResult;
import io.plumbline.assess.UnitChanges;
import io.plumbline.model.Severity;
import io.plumbline.model.Status;
import io.plumbline.snapshot.AssetChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ChangeLinesTest {
    private static final String EARLIER = "2026-11-20T23-19-02Z";
    private static final String LATER = "2026-11-21T23-19-02Z";

    private static ControlResult control(String framework, String control, String name, Status status) {
        return new ControlResult(
                framework,
                control,
                "rule-" + control,
                "title",
                "2",
                "category",
                1,
                true,
                Severity.HIGH,
                "111122223333",
                name,
                status,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Instant.EPOCH);
    }

    private static ControlChange change(String control, String name, Status was, Status is, UnitChanges units) {
        return new ControlChange(control("cis", control, name, was), control("cis", control, name, is), units);
    }

    private static AccountChange account(AccountChange.Kind kind, long failed) {
        return new AccountChange(kind, new AssessedAccount("444455556666", "dev", "ACTIVE", true), failed);
    }

    private static List<String> lines(Changes changes, List<AssetChange> assets) {
        return ChangeLines.of(EARLIER, LATER, changes, assets, TableOptions.PLAIN);
    }

    @Test
    void it_says_what_changed_the_verdicts_first() {
        Changes changes = new Changes(
                List.of(
                        change("1.2", "prod", Status.FAIL, Status.FAIL, new UnitChanges(2, 1, 0, 0, 0)),
                        change("2.1", "prod", Status.PASS, Status.FAIL, new UnitChanges(1, 0, 0, 0, 0)),
                        change("2.8", "prod", Status.FAIL, Status.UNKNOWN, new UnitChanges(0, 0, 3, 0, 0)),
                        change("4.1", "prod", Status.FAIL, Status.PASS, new UnitChanges(0, 0, 0, 1, 2)),
                        change("1.17", "prod", Status.MANUAL, Status.NOT_APPLICABLE, UnitChanges.NONE)),
                List.of(
                        account(AccountChange.Kind.NEW, 2),
                        account(AccountChange.Kind.OPENED, 0),
                        account(AccountChange.Kind.CLOSED, 0),
                        account(AccountChange.Kind.GONE, 0)),
                new UnitChanges(3, 1, 3, 1, 2),
                List.of("one-rule"));
        List<AssetChange> assets = List.of(new AssetChange("aws_iam_user", 1200, 1), new AssetChange("aws_vpc", 0, 2));
        assertThat(lines(changes, assets))
                .containsExactly(
                        "Since 2026-11-20T23-19-02Z: 3 newly failed units, 1 fixed, 3 no longer known, 1 no longer",
                        "    judged, 2 now excepted",
                        "  dev (444455556666): new in this scan, 2 controls failed",
                        "  dev (444455556666): could not be entered then and can be now, no control failed",
                        "  dev (444455556666): cannot be entered any more, nothing of it is known",
                        "  dev (444455556666): no longer among the scanned accounts",
                        "  2.1 prod (111122223333): PASS → FAIL, 1 newly failed unit",
                        "  2.8 prod (111122223333): FAIL → UNKNOWN, 3 units no longer known",
                        "  4.1 prod (111122223333): FAIL → PASS, 1 unit no longer judged, 2 now excepted",
                        "  1.17 prod (111122223333): MANUAL → N/A",
                        "  1.2 prod (111122223333): still FAIL, 2 newly failed units, 1 fixed",
                        "  aws_iam_user: 1,200 appeared, 1 disappeared",
                        "  aws_vpc: 2 disappeared",
                        "  1 rule not compared: one of the two scans did not read what they need");
    }

    @Test
    void nothing_is_said_in_one_line() {
        Changes nothing = new Changes(List.of(), List.of(), UnitChanges.NONE, List.of());
        assertThat(lines(nothing, List.of())).containsExactly("Since 2026-11-20T23-19-02Z: nothing changed");
        assertThat(lines(nothing, List.of(new AssetChange("aws_vpc", 1, 0))))
                .containsExactly(
                        "Since 2026-11-20T23-19-02Z: no failed unit is new and none is fixed", "  aws_vpc: 1 appeared");
    }

    @Test
    void of_several_frameworks_each_control_names_its_own() {
        ControlResult cis = control("cis", "2.1", "prod", Status.PASS);
        ControlResult own = control("own", "A", "prod", Status.FAIL);
        Changes changes = new Changes(
                List.of(
                        new ControlChange(control("cis", "2.1", "prod", Status.FAIL), cis, UnitChanges.NONE),
                        new ControlChange(control("own", "A", "prod", Status.PASS), own, UnitChanges.NONE)),
                List.of(),
                UnitChanges.NONE,
                List.of());
        assertThat(lines(changes, List.of()))
                .contains("  cis 2.1 prod (111122223333): FAIL → PASS", "  own A prod (111122223333): PASS → FAIL");
    }

    @Property(tries = 200)
    void it_stays_short_and_narrow_and_steers_no_terminal_and_counts_what_it_leaves_out(
            @ForAll @IntRange(max = 60) int controls,
            @ForAll @IntRange(max = 40) int tables,
            @ForAll @StringLength(max = 200) String name,
            @ForAll @IntRange(min = 80, max = 200) int width) {
        List<ControlChange> changed = new ArrayList<>();
        IntStream.range(0, controls)
                .forEach(i ->
                        changed.add(change("1." + i, name, Status.PASS, Status.FAIL, new UnitChanges(i, i, i, i, i))));
        List<AssetChange> assets = IntStream.range(0, tables)
                .mapToObj(i -> new AssetChange("aws_table_" + i, i, 1))
                .toList();
        List<String> lines = ChangeLines.of(
                EARLIER,
                LATER,
                new Changes(changed, List.of(), UnitChanges.NONE, List.of()),
                assets,
                new TableOptions(width, false, false));
        assertThat(lines)
                .hasSizeLessThanOrEqualTo(20)
                .allMatch(line -> PlainText.width(line) <= width)
                .allMatch(line -> line.equals(line.stripTrailing()))
                .noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
        int left = controls + tables - (lines.size() - (lines.getLast().startsWith("… and ") ? 2 : 1));
        assertThat(lines.getLast().startsWith("… and " + left + " more; plumbline diff " + EARLIER + " " + LATER))
                .isEqualTo(left > 0);
    }
}
