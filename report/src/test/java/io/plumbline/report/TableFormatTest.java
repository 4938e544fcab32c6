package io.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TableFormatTest {
    @Test
    void the_table_at_100_columns() throws IOException {
        try (InputStream golden = TableFormatTest.class.getResourceAsStream("table-100.txt")) {
            assertThat(golden).as("the golden file table-100.txt").isNotNull();
            assertThat(table(TableOptions.PLAIN)).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void no_line_is_longer_than_100_columns() {
        assertThat(table(TableOptions.PLAIN).lines()).allMatch(line -> PlainText.width(line) <= 100);
    }

    @Property(tries = 60)
    void no_line_is_longer_than_the_terminal_whatever_its_width(@ForAll @IntRange(min = 40, max = 260) int width) {
        TableOptions options = new TableOptions(width, false, false);
        assertThat(table(options).lines()).allMatch(line -> PlainText.width(line) <= options.width());
    }

    @Test
    void nothing_from_outside_steers_the_terminal() {
        assertThat(table(TableOptions.PLAIN)).doesNotContain("\u001b", "\u202e", "\r", "\t");
    }

    @Test
    void category_and_time_come_in_where_there_is_room() {
        assertThat(table(TableOptions.PLAIN)).doesNotContain("Category");
        assertThat(table(new TableOptions(140, false, false)))
                .contains("Category")
                .doesNotContain("Status     Last updated");
        assertThat(table(new TableOptions(180, false, false))).contains("Status     Last updated");
    }

    @Test
    void colour_is_added_only_on_request_and_only_to_statuses() {
        String coloured = table(new TableOptions(100, true, false));
        assertThat(coloured).contains("\u001b[31;1m✗ FAIL\u001b[0m", "\u001b[32m✓ PASS\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll(" +\n", "\n"))
                .isEqualTo(table(TableOptions.PLAIN));
    }

    @Test
    void failed_only_leaves_out_the_other_rows_and_says_so() {
        String table = table(new TableOptions(100, false, true));
        assertThat(rows(table)).hasSize(6).allMatch(line -> line.endsWith("✗ FAIL"));
        assertThat(table).contains("17 of 20 rows are left out, since they did not fail.", "17 regions", "not judged");
    }

    @Test
    void every_control_and_account_has_a_row() {
        assertThat(rows(table(TableOptions.PLAIN)))
                .hasSize(NastyAssessment.input().assessment().controls().size());
    }

    private static List<String> rows(String table) {
        return table.lines()
                .filter(line -> line.matches(".*(✗ FAIL|✓ PASS|\\? UNKNOWN|○ MANUAL|– N/A)"))
                .toList();
    }

    private static String table(TableOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TableFormat().write(NastyAssessment.input(options), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
