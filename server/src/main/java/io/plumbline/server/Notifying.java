package io.plumbline.server;

import io.plumbline.assess.Catalog;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.Vault;
import io.plumbline.notify.Dispatcher;
import io.plumbline.notify.Kinds;
import io.plumbline.notify.Wires;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends notifications in the background, as long as this is open: every fifteen seconds, and at once when something is known to be new. */
final class Notifying implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration LAST = Duration.ofSeconds(30);

    private final Logger log = LoggerFactory.getLogger(Notifying.class);
    private final Kinds kinds = Kinds.load();
    private final AtomicReference<String> page = new AtomicReference<>("http://localhost:8080");
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final Wires wires;
    private final Dispatcher dispatcher;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("notify").factory());

    Notifying(Ledger ledger, Vault vault, Catalog catalog, InstantSource now) {
        this.wires = Wires.standard(now);
        this.dispatcher = new Dispatcher(ledger, vault, catalog, kinds, wires, page::get);
    }

    Kinds kinds() {
        return kinds;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    /**
     * Begins.
     *
     * @param address where people find the page, for links to it
     */
    void begin(String address) {
        page.set(address.replaceFirst("/+$", ""));
        begun.set(true);
        clock.scheduleWithFixedDelay(this::pass, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(this::forget, 1, 24 * 60, TimeUnit.MINUTES);
    }

    /** Something may be new. Does nothing before {@link #begin}. */
    void soon() {
        if (begun.get() && !closing.get()) {
            try {
                clock.execute(this::pass);
            } catch (RejectedExecutionException e) {
                // It was closed just now; whoever starts next sends it.
            }
        }
    }

    private void pass() {
        try {
            dispatcher.pass(closing::get);
        } catch (RuntimeException e) {
            log.error("notifications could not be sent; this is tried again\n{}", Traces.of(e));
        }
    }

    private void forget() {
        try {
            dispatcher.forgetOld();
        } catch (RuntimeException e) {
            log.error("old deliveries could not be forgotten\n{}", Traces.of(e));
        }
    }

    /** What is on its way is waited for, up to half a minute. */
    @Override
    public void close() {
        closing.set(true);
        end(clock);
        wires.close();
    }

    private static void end(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
