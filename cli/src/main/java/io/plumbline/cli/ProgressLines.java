package io.plumbline.cli;

import io.plumbline.collect.Progress;
import io.plumbline.model.BadInput;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Tells on standard error how a scan goes: a bar where a person watches, a few lines where none does. */
final class ProgressLines implements Progress, AutoCloseable {
    private final PrintWriter err;
    private final LongAdder calls = new LongAdder();
    private final AtomicInteger troubles = new AtomicInteger();
    private Optional<ProgressBar> bar = Optional.empty();

    ProgressLines(PrintWriter err) {
        this.err = err;
    }

    /** Whether standard error is a terminal that may be drawn on. */
    static boolean watched() {
        Console console = System.console();
        return console != null && console.isTerminal() && System.getenv("NO_COLOR") == null;
    }

    /** Asks for an MFA code. */
    static String askPerson(String question) {
        Console console = System.console();
        if (console == null) {
            throw new BadInput(
                    "The profile wants an MFA code, and nobody is at a terminal to type it. Use a profile without mfa_serial"
                            + " here, or get session credentials first.");
        }
        return Optional.ofNullable(console.readLine("%s", question)).orElse("");
    }

    @Override
    public void started(String caller, int accounts) {
        err.println("As " + caller + ", " + accounts + (accounts == 1 ? " account" : " accounts"));
        err.flush();
    }

    @Override
    public synchronized void entered(String accountId, String name, String trouble) {
        if (!trouble.isEmpty()) {
            err.println("  " + name + " (" + accountId + "): " + trouble);
            err.flush();
        }
    }

    @Override
    public synchronized void taken(long planned, long of, long all, Optional<Instant> oldest, List<String> from) {
        String age = oldest.map(read ->
                        ", the oldest read " + read + ", " + Age.words(Duration.between(read, Instant.now())) + " ago")
                .orElse("");
        err.println("Taken over from earlier scans: " + planned + " of " + of + " cells"
                + (all > planned ? " (" + all + " with what this scan is not of)" : "") + age);
        err.flush();
    }

    @Override
    public synchronized void planned(int accounts, int regions, long cells, long alreadyDone) {
        err.println(accounts + (accounts == 1 ? " account, " : " accounts, ") + regions
                + (regions == 1 ? " region, " : " regions, ") + cells + " cells to read"
                + (alreadyDone > 0 ? ", " + alreadyDone + " of them read before" : ""));
        err.flush();
        if (watched()) {
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName("Reading")
                    .setInitialMax(cells)
                    .setUnit(" cells", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .startsFrom(alreadyDone, java.time.Duration.ZERO)
                    .build());
        }
    }

    @Override
    public synchronized void cellDone(String accountId, String region, String tables, long requests, int failed) {
        calls.add(requests);
        troubles.addAndGet(failed);
        bar.ifPresent(shown -> {
            shown.step();
            shown.setExtraMessage(
                    accountId + " " + region + ", " + calls.sum() + " calls, " + troubles.get() + " errors");
        });
    }

    @Override
    public synchronized void writing() {
        closeBar();
        err.println(calls.sum() + " calls, " + troubles.get() + " operations with errors; writing the snapshot");
        err.flush();
    }

    private void closeBar() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }

    @Override
    public synchronized void close() {
        closeBar();
    }
}
