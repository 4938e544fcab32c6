package io.plumbline.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.assess.Catalog;
import io.plumbline.assess.VerdictStore;
import io.plumbline.assess.Verdicts;
import io.plumbline.aws.AwsTypes;
import io.plumbline.inventory.AccountRegister;
import io.plumbline.inventory.AssetSearch;
import io.plumbline.inventory.Inventory;
import io.plumbline.ledger.Compliance;
import io.plumbline.ledger.Exceptions;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.RuleParameters;
import io.plumbline.ledger.Vault;
import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the server works with: a home's snapshots and verdicts, the ledger, the catalog, the clock. Any number of threads may ask. */
public final class Center implements AutoCloseable {
    /** Opened verdicts and indexes that nobody asked for since are closed when others take their place. */
    private static final int MOST_OPEN = 4;

    private final Logger log = LoggerFactory.getLogger(Center.class);
    private final ScheduledExecutorService every = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("clock").factory());
    private final Vault vault;
    private final Ledger ledger;
    private final Catalog catalog;
    private final AwsTypes types;
    private final String version;
    private final InstantSource clock;
    private final SnapshotStore snapshots;
    private final VerdictStore verdicts;
    private final Judging judging;
    private final Scans scans;
    private final Compliance compliance;
    private final Notifying notifying;
    private final AtomicInteger judgingAgain = new AtomicInteger();
    private final Cache<String, Verdicts> openVerdicts = closing(Verdicts::close);
    private final Cache<String, AssetSearch> openSearches = closing(AssetSearch::close);
    private final Cache<List<String>, List<AccountRegister.Account>> registers =
            Caffeine.newBuilder().maximumSize(1).build();

    /**
     * Opens one. The ledger stays its owner's.
     *
     * @param collecting how scans that are asked for here are made; empty if none may be
     */
    public Center(
            Path home,
            Ledger ledger,
            Catalog catalog,
            AwsTypes types,
            String version,
            Optional<Collecting> collecting,
            InstantSource clock) {
        this.vault = Vault.at(home);
        this.ledger = ledger;
        this.catalog = catalog;
        this.types = types;
        this.version = version;
        this.clock = clock;
        this.snapshots = new SnapshotStore(home);
        this.verdicts = new VerdictStore(home);
        this.judging = new Judging(home, ledger, catalog, types, clock);
        this.compliance = new Compliance(ledger, catalog);
        this.notifying = new Notifying(ledger, vault, catalog, clock);
        this.scans = new Scans(collecting, ledger, this::judged, clock);
        every.scheduleAtFixedRate(this::passTime, 0, 1, TimeUnit.MINUTES);
        every.scheduleAtFixedRate(
                new Scheduler(ledger, scans, clock)::look, 0, Scheduler.EVERY.toSeconds(), TimeUnit.SECONDS);
        // The first who asks for the tables would wait for seconds.
        Thread.ofVirtual().name("tables").start(types::tables);
    }

    /** Exceptions end by themselves. */
    private void passTime() {
        try {
            exceptions().passTime(clock.instant());
        } catch (RuntimeException e) {
            log.error("exceptions could not be looked at\n{}", Traces.of(e));
        }
    }

    private static <T> Cache<String, T> closing(java.util.function.Consumer<T> close) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_OPEN)
                .<String, T>removalListener((id, open, why) -> {
                    if (open != null) {
                        close.accept(open);
                    }
                })
                .build();
    }

    private void judged(Snapshot snapshot) {
        synchronized (judging) {
            judging.follow(snapshot);
            openVerdicts.invalidate(snapshot.manifest().id());
        }
        notifying.soon();
        // The first who looks for an asset would wait for a minute, if there are a million.
        derive(snapshot);
    }

    private void derive(Snapshot snapshot) {
        try {
            Inventory.of(snapshot, types);
        } catch (RuntimeException e) {
            log.warn(
                    "the inventory of {} was not made; whoever asks first makes it\n{}",
                    snapshot.manifest().id(),
                    Traces.of(e));
        }
    }

    /** Judges the newest snapshot anew in the background, since people's answers or what they set changed. */
    void judgeAgain() {
        judgingAgain.incrementAndGet();
        Thread.ofVirtual().name("judge").start(() -> {
            try {
                snapshots.newest().ifPresent(this::judged);
            } catch (RuntimeException e) {
                log.error("judging anew failed\n{}", Traces.of(e));
            } finally {
                judgingAgain.decrementAndGet();
            }
        });
    }

    /** How often the newest snapshot is about to be judged anew. */
    int judgingAgain() {
        return judgingAgain.get();
    }

    /**
     * From now on notifications are sent.
     *
     * @param page where people find the page, for links to it
     */
    public void notifyFrom(String page) {
        notifying.begin(page);
    }

    Notifying notifying() {
        return notifying;
    }

    Vault vault() {
        return vault;
    }

    Ledger ledger() {
        return ledger;
    }

    Compliance compliance() {
        return compliance;
    }

    Exceptions exceptions() {
        return ledger.exceptions(catalog);
    }

    RuleParameters parameters() {
        return ledger.parameters(catalog);
    }

    Catalog catalog() {
        return catalog;
    }

    AwsTypes types() {
        return types;
    }

    String version() {
        return version;
    }

    Instant now() {
        return clock.instant();
    }

    InstantSource clock() {
        return clock;
    }

    SnapshotStore snapshots() {
        return snapshots;
    }

    Scans scans() {
        return scans;
    }

    Judging judging() {
        return judging;
    }

    /** Ids of the judged snapshots, oldest first. */
    VerdictStore verdictStore() {
        return verdicts;
    }

    /** The verdicts on a snapshot. Not to be closed by who asks. */
    Verdicts verdicts(String snapshot) {
        if (!verdicts.ids().contains(snapshot)) {
            throw Problem.notFound("There is no assessment '" + snapshot + "'.");
        }
        return openVerdicts.get(snapshot, verdicts::open);
    }

    /** The newest verdicts; empty if nothing was judged yet. */
    Optional<Verdicts> newest() {
        return verdicts.ids().reversed().stream().findFirst().map(this::verdicts);
    }

    /** The newest snapshot. */
    Snapshot snapshot() {
        return snapshots
                .newest()
                .orElseThrow(
                        () -> Problem.notFound("Nothing was scanned yet. Run `plumbline scan`, or start a scan here."));
    }

    /** The newest snapshot's inventory. */
    Inventory inventory() {
        return Inventory.of(snapshot(), types);
    }

    /** The register of accounts as the newest snapshot shows it, worked out once. */
    List<AccountRegister.Account> register() {
        Snapshot newest = snapshot();
        List<String> key = new ArrayList<>(snapshots.ids());
        key.add(contents(newest));
        return registers.get(key, unused -> AccountRegister.of(newest, types, snapshots));
    }

    /** A recording that is played again makes a snapshot of the same id. */
    private static String contents(Snapshot snapshot) {
        return snapshot.manifest().id() + " " + snapshot.manifest().hashCode();
    }

    /** The newest snapshot's index of texts. Not for several threads at once: use it holding its monitor. */
    AssetSearch search() {
        Inventory inventory = inventory();
        return openSearches.get(contents(inventory.snapshot()), id -> AssetSearch.open(inventory));
    }

    @Override
    public void close() {
        every.shutdownNow();
        notifying.close();
        openVerdicts.invalidateAll();
        openSearches.invalidateAll();
    }

    /** Turns what a room below does not know into a problem of the caller's. */
    static <T> T found(java.util.function.Supplier<T> looked) {
        try {
            return looked.get();
        } catch (BadInput e) {
            throw Problem.notFound(String.valueOf(e.getMessage()));
        }
    }
}
