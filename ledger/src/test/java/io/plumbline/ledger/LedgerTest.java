package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/** What holds for the database itself. */
class LedgerTest extends OnBothDatabases {
    private static int add(Handle handle, String id) {
        return handle.execute(
                "insert into account (id, name, status, entered, ous, ou_ids, regions, assessment)"
                        + " values (?, '', 'ACTIVE', true, '[]', '[]', '[]', '')",
                id);
    }

    private long accounts() {
        return ledger.read(handle -> count(handle));
    }

    private static long count(Handle handle) {
        return handle.createQuery("select count(*) from account")
                .mapTo(Long.class)
                .one();
    }

    @Test
    void a_deed_that_fails_leaves_nothing() {
        assertThatThrownBy(() -> ledger.write(handle -> {
                    add(handle, "1");
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(accounts()).isZero();
    }

    @Test
    void who_reads_cannot_write() {
        assertThatThrownBy(() -> ledger.read(handle -> add(handle, "1"))).isInstanceOf(JdbiException.class);
    }

    @Test
    void a_reader_neither_waits_for_a_writer_nor_sees_half_of_it() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> writer = threads.submit(() -> ledger.write(handle -> {
                add(handle, "1");
                written.countDown();
                read.await();
                return add(handle, "2");
            }));
            written.await();
            assertThat(accounts()).isZero();
            read.countDown();
            writer.get(10, TimeUnit.SECONDS);
        }
        assertThat(accounts()).isEqualTo(2);
    }

    @Test
    void a_reader_sees_one_state_of_the_database_to_its_end() {
        ledger.read(handle -> {
            assertThat(count(handle)).isZero();
            ledger.write(other -> add(other, "1"));
            assertThat(count(handle)).isZero();
            return 0;
        });
        assertThat(accounts()).isOne();
    }

    @Test
    void two_programs_that_write_take_turns() throws Exception {
        try (Ledger other = Ledger.open(url);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (Ledger one : List.of(ledger, other)) {
                for (int i = 0; i < 20; i++) {
                    // Each reads before it writes: without the lock at the beginning, one of two such would have to
                    // give up.
                    writers.add(threads.submit(() -> one.write(handle -> add(handle, "" + count(handle)))));
                }
            }
            for (Future<?> writer : writers) {
                writer.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(accounts()).isEqualTo(40);
    }

    @Test
    void programs_that_open_a_new_ledger_at_once_all_get_it() throws Exception {
        String empty = switch (database) {
            case SQLITE -> "jdbc:sqlite:" + folder.resolve("empty.db");
            case POSTGRESQL -> PostgresServer.emptyDatabase();
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Ledger>> opened = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                opened.add(threads.submit(() -> Ledger.open(empty)));
            }
            for (Future<Ledger> one : opened) {
                one.get(60, TimeUnit.SECONDS).close();
            }
        }
    }

    @Test
    void a_ledger_of_a_newer_program_is_refused() {
        ledger.write(handle -> handle.execute("insert into flyway_schema_history (installed_rank, version, description,"
                + " type, script, checksum, installed_by, installed_on, execution_time, success) values"
                + " (99, '9000', 'later', 'SQL', 'V9000__later.sql', 1, 'x', current_timestamp, 1, true)"));
        assertThatThrownBy(() -> Ledger.open(url))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("9000")
                .hasMessageContaining("If a newer Plumbline wrote it, use that one");
    }

    @Test
    void a_new_file_is_its_owners_alone() throws Exception {
        if (database == LedgerDatabases.SQLITE) {
            ledger.write(handle -> add(handle, "1"));
            try (var files = Files.list(folder)) {
                assertThat(files)
                        .hasSizeGreaterThan(1)
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void a_home_that_is_not_there_is_made() {
        Path home = folder.resolve("a/home");
        Ledger.at(home).close();
        assertThat(home.resolve("ledger.db")).exists();
    }

    @Test
    void what_is_no_ledger_is_refused_without_its_password() throws ExecutionException {
        assertThatThrownBy(() -> Ledger.open("jdbc:postgresql://127.0.0.1:1/none?user=a&password=hidden"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/none cannot be reached")
                .hasMessageNotContaining("hidden");
        assertThatThrownBy(() -> Ledger.open("jdbc:mysql://host/none?password=hidden"))
                .isInstanceOf(BadInput.class)
                .hasMessageNotContaining("hidden");
        assertThatThrownBy(() -> Ledger.open("jdbc:sqlite::memory:")).isInstanceOf(BadInput.class);
    }
}
