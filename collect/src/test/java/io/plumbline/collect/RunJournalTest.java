package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.CellStatus;
import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunJournalTest {
    private static final String ACCOUNT = "111122223333";

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("journal.log");
    }

    static RunJournal.Commit commit(String cell, long offset, long length) {
        JournalEntry entry = new JournalEntry(
                ACCOUNT, "eu-west-1", "aws_vpc", "", "ec2:DescribeVpcs", CellStatus.READ, 1, 0, 5, 2, "", "");
        return new RunJournal.Commit(
                cell,
                ACCOUNT,
                Optional.of(Instant.EPOCH),
                List.of(entry),
                List.of(new PageLog.Segment("aws_vpc", offset, length)));
    }

    private void write(RunJournal.Commit... commits) {
        try (RunJournal journal = new RunJournal(file())) {
            List.of(commits).forEach(journal::commit);
        }
    }

    /** What the snapshot's journal gets, a text a line. */
    private static List<String> lines(RunJournal journal) {
        String columns = JournalEntry.COLUMNS.stream()
                .map(Column::quoted)
                .collect(Collectors.joining("::varchar, ", "", "::varchar"));
        try (Database database = Database.open()) {
            return database.query(
                    "select concat_ws(' ', " + columns + ") from (" + journal.relation() + ")",
                    row -> row.getString(1));
        }
    }

    @Test
    void an_entry_keeps_what_aws_said_and_a_run_that_did_not_say_when_it_read_has_no_time() {
        JournalEntry refused = new JournalEntry(
                ACCOUNT,
                "global",
                "aws_iam_user",
                "tags",
                "iam:ListUserTags",
                CellStatus.DENIED,
                3,
                1,
                40,
                0,
                "AccessDenied",
                "not \"you\",\n{'nor'} \\ you \uD83D\uDE00");
        write(new RunJournal.Commit(
                "a", ACCOUNT, Optional.empty(), List.of(refused, refused.withoutCalls()), List.of()));
        try (RunJournal journal = new RunJournal(file())) {
            assertThat(lines(journal))
                    .containsExactlyInAnyOrder(
                            "111122223333 global aws_iam_user tags iam:ListUserTags denied 3 1 40 0 AccessDenied "
                                    + refused.message() + " ",
                            "111122223333 global aws_iam_user tags iam:ListUserTags denied 0 0 0 0 AccessDenied "
                                    + refused.message() + " ");
        }
    }

    @Test
    void what_was_committed_is_known_after_a_restart() {
        write(commit("a", 0, 10), commit("b", 10, 7));
        try (RunJournal journal = new RunJournal(file())) {
            assertThat(journal.cells()).containsExactlyInAnyOrder("a", "b");
            assertThat(journal.done("a")).isTrue();
            assertThat(journal.done("c")).isFalse();
            assertThat(journal.committedEnd(ACCOUNT)).isEqualTo(17);
            assertThat(journal.committedEnd("444455556666")).isZero();
            assertThat(lines(journal))
                    .containsExactly(
                            "111122223333 eu-west-1 aws_vpc  ec2:DescribeVpcs read 1 0 5 2   1970-01-01 00:00:00+00 ",
                            "111122223333 eu-west-1 aws_vpc  ec2:DescribeVpcs read 1 0 5 2   1970-01-01 00:00:00+00 ");
            assertThat(journal.rows("aws_vpc"))
                    .extracting(JournalIndex.Placed::cell, JournalIndex.Placed::offset)
                    .containsExactly(tuple("a", 0L), tuple("b", 10L));
            assertThat(journal.rows("aws_subnet")).isEmpty();
        }
    }

    @Test
    void a_last_line_torn_anywhere_is_cut_off_and_the_run_goes_on() throws IOException {
        write(commit("a", 0, 10));
        long whole = Files.size(file());
        write(commit("b", 10, 7));
        byte[] both = Files.readAllBytes(file());
        for (int length = (int) whole; length < both.length; length += 9) {
            Files.write(file(), java.util.Arrays.copyOf(both, length));
            try (RunJournal journal = new RunJournal(file())) {
                assertThat(journal.cells()).containsExactly("a");
                journal.commit(commit("c", 10, 3));
            }
            try (RunJournal journal = new RunJournal(file())) {
                assertThat(journal.cells()).containsExactlyInAnyOrder("a", "c");
                assertThat(journal.committedEnd(ACCOUNT)).isEqualTo(13);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "null", "{}", "[]", "{\"cell\":\"a\",\"accountId\":null}", "{\"cell\":\"a\"}{}"})
    void a_damaged_earlier_line_is_named_and_nothing_is_overwritten(String line) throws IOException {
        write(commit("a", 0, 10));
        long at = Files.size(file());
        Files.writeString(file(), line + "\n", StandardOpenOption.APPEND);
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> new RunJournal(file()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(file().toString())
                .hasMessageContaining("byte " + at)
                .hasMessageContaining("new scan");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }
}
