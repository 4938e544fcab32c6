package io.plumbline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kill -9 in the middle of following an assessment: all of it is in the ledger or nothing. */
class KilledTrackingTest {
    private static final int FINDINGS = 20_000;

    @TempDir
    private Path home;

    /** What the other process does: {@code args} are the home and where to stop. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] args) {
            Path home = Path.of(args[0]);
            try (Ledger ledger = Ledger.at(home)) {
                Tracking tracking = new Tracking(ledger, (handle, now) -> {
                    say("written");
                    if (args[1].equals("stop")) {
                        sleep();
                    }
                    return Set.of();
                });
                Day day = day();
                day.writeSnapshot(home);
                day.writeVerdicts(home);
                say("ready");
                day.track(tracking, home);
                say("done");
                sleep();
            }
        }

        private static void say(String word) {
            System.out.println("the victim is " + word);
            System.out.flush();
        }

        private static void sleep() {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Day day() {
        return Day.of(1).failMany(Day.EACH, Day.ONE, Day.EAST, "t/", FINDINGS);
    }

    private Process start(String where) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        home.toString(),
                        where))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void await(Process process, String word) throws IOException {
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals("the victim is " + word)) {
                return;
            }
        }
        throw new AssertionError("the victim ended before it was " + word);
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    private static long count(Ledger ledger, String table) {
        return ledger.read(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one());
    }

    @Test
    void what_was_written_and_not_finished_is_not_there_and_can_be_done_again() throws Exception {
        Process process = start("stop");
        try {
            await(process, "written");
        } finally {
            kill(process);
        }
        try (Ledger ledger = Ledger.at(home)) {
            assertThat(count(ledger, "finding")).isZero();
            assertThat(count(ledger, "finding_event")).isZero();
            assertThat(count(ledger, "assessment")).isZero();
            assertThat(day().track(new Tracking(ledger, Covering.NONE), home).opened())
                    .isEqualTo(FINDINGS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 200, 400})
    void at_whatever_moment_it_is_all_or_nothing(int milliseconds) throws Exception {
        Process process = start("go");
        try {
            await(process, "ready");
            Thread.sleep(milliseconds);
        } finally {
            kill(process);
        }
        try (Ledger ledger = Ledger.at(home)) {
            long assessments = count(ledger, "assessment");
            assertThat(count(ledger, "finding")).isEqualTo(assessments * FINDINGS);
            assertThat(count(ledger, "finding_event")).isEqualTo(assessments * FINDINGS);
            assertThat(count(ledger, "account")).isEqualTo(assessments);
            assertThat(ledger.<String, RuntimeException>read(handle -> handle.createQuery("pragma integrity_check")
                            .mapTo(String.class)
                            .one()))
                    .isEqualTo("ok");
        }
    }
}
