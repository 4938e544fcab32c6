package io.plumbline.report;

import com.google.auto.service.AutoService;
import io.plumbline.assess.AssessedAccount;
import io.plumbline.assess.ControlResult;
import io.plumbline.model.Status;
import java.io.OutputStream;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The Compliance Center on a terminal: one line a control and account, section by section; then the accounts, the totals, and last what
 * could not be read. Every line stands on its own, so that it can be searched for. Reads no units.
 */
@AutoService(Format.class)
public final class TableFormat implements Format {
    @Override
    public String id() {
        return "table";
    }

    @Override
    public String fileName() {
        return "plumbline.txt";
    }

    @Override
    public void write(ReportInput input, OutputStream out) {
        Streams.write(out, writer -> new Table(input, writer).write());
    }

    private record Table(ReportInput input, Writer out) {
        private static final int SHOWN_RULES = 3;

        void write() {
            head();
            input.groups().forEach(this::framework);
            if (input.assessment().accounts().size() > 1) {
                accounts();
            }
            totals();
            messages();
            gaps();
        }

        private void head() {
            String updated =
                    "Last updated " + ReportInput.minute(input.assessment().now());
            line(PlainText.left("Compliance Center", input.table().width() - updated.length()) + updated);
            wrapped(
                    "",
                    "Snapshot " + input.assessment().snapshot() + " · "
                            + number(input.active().size() - input.notEntered().size(), 0) + " of "
                            + count(input.assessment().accounts().size(), "account") + " read · Plumbline "
                            + input.version());
        }

        private void framework(String framework) {
            List<ControlResult> all = input.assessment().controls().stream()
                    .filter(control -> control.framework().equals(framework))
                    .toList();
            List<ControlResult> rows = all.stream()
                    .filter(control -> !input.table().failedOnly() || control.status() == Status.FAIL)
                    .toList();
            TableLayout layout = TableLayout.of(all, input.table());
            line("");
            line(PlainText.cut(
                    PlainText.clean(input.frameworkTitle(framework)),
                    input.table().width()));
            String section = "";
            boolean first = true;
            for (ControlResult row : rows) {
                if (first || !row.section().equals(section)) {
                    section = row.section();
                    line("");
                    line(PlainText.cut(
                            PlainText.clean(section + "  " + input.sectionTitle(row)),
                            input.table().width()));
                    layout.heading().forEach(this::line);
                    first = false;
                }
                line(layout.row(row));
            }
            if (rows.size() < all.size()) {
                line("");
                line(String.format(
                        Locale.ROOT,
                        "%,d of %,d rows are left out, since they did not fail.",
                        all.size() - rows.size(),
                        all.size()));
            }
        }

        private void accounts() {
            line("");
            int name = Math.min(52, input.table().width() - 48);
            line(PlainText.left("Accounts", name)
                    + PlainText.right("Score", 7)
                    + PlainText.right("Pass", 8)
                    + PlainText.right("Fail", 8)
                    + PlainText.right("Unknown", 9)
                    + PlainText.right("Manual", 8)
                    + PlainText.right("N/A", 8));
            Map<String, List<ControlResult>> byAccount =
                    input.assessment().controls().stream().collect(Collectors.groupingBy(ControlResult::accountId));
            for (AssessedAccount account : input.assessment().accounts()) {
                Totals totals = Totals.of(byAccount.getOrDefault(account.id(), List.of()));
                String label = PlainText.left(PlainText.account(account.name(), account.id(), name - 1), name);
                line(
                        account.status().equals("ACTIVE")
                                ? label
                                        + PlainText.right(totals.score(), 7)
                                        + number(totals.passed(), 8)
                                        + number(totals.failed(), 8)
                                        + number(totals.unknown(), 9)
                                        + number(totals.manual(), 8)
                                        + number(totals.notApplicable(), 8)
                                        + (account.entered()
                                                ? ""
                                                : "\n  could not be entered: every control is UNKNOWN")
                                : label + "  " + PlainText.clean(account.status()) + ", not judged");
            }
        }

        private void totals() {
            line("");
            line("Totals");
            Totals totals = Totals.of(input.assessment().controls());
            StringBuilder counts = new StringBuilder();
            for (Status status :
                    List.of(Status.PASS, Status.FAIL, Status.UNKNOWN, Status.MANUAL, Status.NOT_APPLICABLE)) {
                counts.append(counts.isEmpty() ? "" : " · ")
                        .append(number(totals.of(status), 0))
                        .append(' ')
                        .append(StatusWords.word(status));
            }
            wrapped("  ", counts + " of " + count(totals.all(), "control × account result"));
            for (String framework : input.groups()) {
                Totals part = Totals.of(input.assessment().controls().stream()
                        .filter(control -> control.framework().equals(framework))
                        .toList());
                wrapped(
                        "  ",
                        (input.severalFrameworks() ? input.frameworkTitle(framework) + ": " : "")
                                + (part.scored() == 0
                                        ? part.denominators()
                                        : "Score " + part.score() + ", " + part.denominators()));
            }
            if (totals.excepted() > 0) {
                wrapped(
                        "  ",
                        count(totals.excepted(), "failed unit") + " under a valid exception, not counted as failed");
            }
            named("Not entered, every control UNKNOWN: ", input.notEntered());
            named("Not active, listed only: ", input.inactive());
        }

        private void named(String what, List<AssessedAccount> accounts) {
            if (!accounts.isEmpty()) {
                wrapped(
                        "  ",
                        what
                                + String.join(
                                        ", ",
                                        accounts.stream()
                                                .map(account -> ReportInput.accountLabel(account.name(), account.id()))
                                                .toList()));
            }
        }

        private void messages() {
            if (!input.assessment().messages().isEmpty()) {
                line("");
                line("Messages");
                input.assessment().messages().forEach(message -> wrapped("  ", message));
            }
        }

        private void gaps() {
            List<GapGroup> groups = GapGroup.of(input.assessment());
            line("");
            line("Could not be read");
            if (groups.isEmpty()) {
                line("  Nothing: every cell that the rules need was read.");
            }
            for (GapGroup group : groups) {
                wrapped(
                        "  ",
                        group.account() + ", " + group.place() + ": " + group.action() + " " + group.code() + ", "
                                + group.effect() + " (" + someRules(group.rules()) + ")");
                if (!group.message().isBlank()) {
                    wrapped("      ", group.message());
                }
            }
        }

        private static String someRules(List<String> rules) {
            String some = String.join(", ", rules.subList(0, Math.min(SHOWN_RULES, rules.size())));
            return rules.size() > SHOWN_RULES ? some + " and " + (rules.size() - SHOWN_RULES) + " more" : some;
        }

        private void wrapped(String indent, String text) {
            String start = indent;
            for (String part : PlainText.wrap(text, input.table().width() - indent.length() - 2)) {
                line(start + part);
                start = indent + "  ";
            }
        }

        private void line(String text) {
            Streams.append(out, text.stripTrailing() + "\n");
        }

        private static String number(long number, int columns) {
            String text = PlainText.number(number);
            return columns == 0 ? text : PlainText.right(text, columns);
        }

        private static String count(long number, String word) {
            return number(number, 0) + " " + word + (number == 1 ? "" : "s");
        }
    }
}
