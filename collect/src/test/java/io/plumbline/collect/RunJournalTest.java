package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.CellStatus;
import io.plumbline.snapshot.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Test
    void what_was_committed_is_known_after_a_restart() {
        write(commit("a", 0, 10), commit("b", 10, 7));
        try (RunJournal journal = new RunJournal(file())) {
            assertThat(journal.cells()).containsExactlyInAnyOrder("a", "b");
            assertThat(journal.done("a")).isTrue();
            assertThat(journal.done("c")).isFalse();
            assertThat(journal.committedEnd(ACCOUNT)).isEqualTo(17);
            assertThat(journal.committedEnd("444455556666")).isZero();
            List<RunJournal.Commit> commits = new ArrayList<>();
            journal.each(commits::add);
            assertThat(commits).containsExactly(commit("a", 0, 10), commit("b", 10, 7));
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
