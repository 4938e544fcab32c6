package io.plumbline.report;

import io.plumbline.assess.ControlResult;
import io.plumbline.model.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of the rule table at a given width. Rule and account share what the others leave; the category comes in where a terminal
 * has {@link #WITH_CATEGORY} columns, the time of each row with {@link #WITH_TIME}.
 *
 * @param category its width, 0 for none
 * @param time width of the time, 0 for none
 */
record TableLayout(int control, int rule, int category, int account, int checked, int time, boolean colour) {
    static final int WITH_CATEGORY = 130;
    static final int WITH_TIME = 160;

    private static final int AFFECTED = 8;
    private static final int STATUS = 9;
    private static final int TIME = 20;
    private static final int LEAST_ACCOUNT = 18;
    private static final int LEAST_RULE = 8;
    private static final String SPACE = "  ";

    static TableLayout of(List<ControlResult> controls, TableOptions options) {
        int control = Math.min(
                Math.max(7, options.width() / 8),
                widest(controls.stream().map(ControlResult::control).toList(), "Control"));
        int category = options.width() < WITH_CATEGORY
                ? 0
                : Math.min(
                        24,
                        widest(controls.stream().map(ControlResult::category).toList(), "Category"));
        int time = options.width() < WITH_TIME ? 0 : TIME;
        int checked = widest(controls.stream().map(TableLayout::checked).toList(), "Failed /");
        int fixed = control
                + checked
                + AFFECTED
                + STATUS
                + 5 * SPACE.length()
                + (category == 0 ? 0 : category + SPACE.length())
                + (time == 0 ? 0 : time + SPACE.length());
        int free = Math.max(LEAST_ACCOUNT + LEAST_RULE, options.width() - fixed);
        int account = Math.min(
                widest(
                        controls.stream()
                                .map(row ->
                                        ReportInput.accountLabel(PlainText.clean(row.accountName()), row.accountId()))
                                .distinct()
                                .toList(),
                        "Account"),
                Math.max(LEAST_ACCOUNT, free / 2));
        return new TableLayout(control, free - account, category, account, checked, time, options.colour());
    }

    private static int widest(List<String> texts, String heading) {
        return Math.max(
                PlainText.width(heading),
                texts.stream()
                        .mapToInt(text -> PlainText.width(PlainText.clean(text)))
                        .max()
                        .orElse(0));
    }

    /** The two lines above the rows. */
    List<String> heading() {
        return List.of(
                line("", "", "", "", "Failed /", "", " ".repeat(STATUS), ""),
                line(
                        "Control",
                        "Rule",
                        "Category",
                        "Account",
                        "checked",
                        "Affected",
                        PlainText.left("Status", STATUS),
                        "Last updated"));
    }

    /** One control in one account. */
    String row(ControlResult row) {
        return line(
                PlainText.clean(row.control()),
                PlainText.clean(row.title()),
                PlainText.clean(row.category()),
                PlainText.account(row.accountName(), row.accountId(), account),
                checked(row),
                PlainText.number(row.affected()),
                status(row.status()),
                time == 0 ? "" : ReportInput.minute(row.updated()));
    }

    private static String checked(ControlResult row) {
        return PlainText.number(row.failed()) + " / " + PlainText.number(row.checked());
    }

    private String status(Status status) {
        String text = StatusWords.sign(status) + " " + StatusWords.word(status);
        String padding = " ".repeat(STATUS - text.length());
        return colour ? "\u001b[" + StatusWords.colour(status) + "m" + text + "\u001b[0m" + padding : text + padding;
    }

    private String line(
            String controlText,
            String ruleText,
            String categoryText,
            String accountText,
            String checkedText,
            String affectedText,
            String statusText,
            String timeText) {
        List<String> cells = new ArrayList<>();
        cells.add(PlainText.left(controlText, control));
        cells.add(PlainText.left(ruleText, rule));
        if (category > 0) {
            cells.add(PlainText.left(categoryText, category));
        }
        cells.add(PlainText.left(accountText, account));
        cells.add(PlainText.right(checkedText, checked));
        cells.add(PlainText.right(affectedText, AFFECTED));
        cells.add(statusText);
        if (time > 0) {
            cells.add(timeText);
        }
        return String.join(SPACE, cells).stripTrailing();
    }
}
