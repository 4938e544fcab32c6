package io.plumbline.collect;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.DatabaseException;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/** Runs scans of a home: starts one, or goes on with one that was killed, and leaves a snapshot. */
public final class Scanner {
    private final Path home;
    private final List<Source<?, ?>> sources;
    private final Schemas schemas;
    private final String version;
    private final Progress progress;
    private final Function<String, String> askPerson;
    private final Optional<AwsCredentialsProvider> keys;

    /** @param askPerson shows a question (an MFA code) and answers with what the person typed */
    public Scanner(
            Path home,
            List<Source<?, ?>> sources,
            Schemas schemas,
            String version,
            Progress progress,
            Function<String, String> askPerson) {
        this(home, sources, schemas, version, progress, askPerson, Optional.empty());
    }

    private Scanner(
            Path home,
            List<Source<?, ?>> sources,
            Schemas schemas,
            String version,
            Progress progress,
            Function<String, String> askPerson,
            Optional<AwsCredentialsProvider> keys) {
        this.home = home;
        this.sources = sources;
        this.schemas = schemas;
        this.version = version;
        this.progress = progress;
        this.askPerson = askPerson;
        this.keys = keys;
    }

    /** The same, starting with these keys instead of the standard credential chain. */
    public Scanner startingWith(String accessKey, String secret) {
        return new Scanner(home, sources, schemas, version, progress, askPerson, Optional.of(keys(accessKey, secret)));
    }

    private static AwsCredentialsProvider keys(String accessKey, String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secret));
    }

    /** Scans AWS. */
    public Snapshot scan(ScanRequest request, List<Need> needs) {
        return alone(() ->
                run(new UnfinishedRuns.Start(request, needs, Optional.empty(), Optional.empty()), Traffic.live()));
    }

    /**
     * Scans AWS, but reads only what earlier scans did not read of late; the rest is taken over from their snapshots. What the scan is not
     * of (other tables; other regions or accounts, if it was told to look at some only) comes from the snapshot before it.
     *
     * @param changedSince cells that were read longer ago than this are read again
     */
    public Snapshot scan(ScanRequest request, List<Need> needs, Duration changedSince) {
        return alone(() -> run(
                new UnfinishedRuns.Start(request, needs, Optional.empty(), Optional.empty(), Optional.of(changedSince)),
                Traffic.live()));
    }

    /**
     * Scans AWS and keeps every answer, redacted.
     *
     * @throws BadInput if the folder holds a recording already
     */
    public Snapshot record(ScanRequest request, List<Need> needs, Path folder) {
        return alone(() -> {
            Recorder recorder = Recorder.start(folder, request, version);
            return run(
                    new UnfinishedRuns.Start(request, needs, Optional.of(recorder.place()), Optional.empty()),
                    recorder);
        });
    }

    /** Scans a recording; nothing is sent anywhere. The snapshot gets the recording's id and time. */
    public Snapshot replay(Path folder, List<Need> needs) {
        Recording recording = Recording.open(folder);
        String place = folder.toAbsolutePath().normalize().toString();
        return alone(() -> run(
                new UnfinishedRuns.Start(recording.head().request(), needs, Optional.empty(), Optional.of(place)),
                new Replayer(recording)));
    }

    /**
     * Goes on with a run that was killed, as it was started: one that was recorded goes on recording into the same folder, one that
     * read a recording goes on reading it.
     *
     * @param id the run; empty for the newest
     * @param folder where somebody thinks that the run records; empty if nobody said
     * @throws BadInput if there is no such run, if its recording is gone, or if it records elsewhere or not at all
     */
    public Snapshot resume(Optional<String> id, Optional<Path> folder) {
        return alone(() -> goOn(id, folder));
    }

    /** One scan at a time: another that is under way would lose what this one tidies up. */
    private Snapshot alone(Supplier<Snapshot> scan) {
        try (HomeLock lock = HomeLock.take(home)) {
            return scan.get();
        }
    }

    private Snapshot goOn(Optional<String> id, Optional<Path> folder) {
        UnfinishedRuns.Start start = new UnfinishedRuns(home).read(id);
        folder.ifPresent(given -> refuseOther(given.toAbsolutePath().normalize(), start));
        if (start.replayed().isPresent()) {
            return run(
                    start, new Replayer(Recording.open(Path.of(start.replayed().get()))));
        }
        return start.recording().isPresent()
                ? run(start, Recorder.goOn(start.recording().get(), start.request()))
                : run(start, Traffic.live());
    }

    private static void refuseOther(Path given, UnfinishedRuns.Start start) {
        String id = start.request().id();
        String known = start.recording()
                .map(UnfinishedRuns.RecordingPlace::folder)
                .orElseThrow(() -> new BadInput("The scan " + id
                        + " was not recorded from its start, and a recording of its rest could not be replayed. Go on without"
                        + " --record, or record a new scan."));
        if (!given.equals(Path.of(known))) {
            throw new BadInput("The scan " + id + " records into " + known + " and not into " + given
                    + ". Go on without --record: it keeps its folder.");
        }
    }

    /** Finds out with few calls what would stand in the way of a scan; nothing is kept. */
    public Checkup checkup(ScanRequest request, List<Need> needs) {
        Traffic traffic = Traffic.live();
        try (Clients clients = clients(request, traffic)) {
            Entrance.Accounts accounts =
                    new Entrance(clients, request, Progress.none()).enter(callers(clients, request, traffic));
            return new Examination(sources, clients).examine(accounts, needs);
        }
    }

    /** Ids of the unfinished scans, oldest first. */
    public List<String> runs() {
        return new UnfinishedRuns(home).ids();
    }

    private Snapshot run(UnfinishedRuns.Start start, Traffic traffic) {
        ScanRequest request = start.request();
        UnfinishedRuns runs = new UnfinishedRuns(home);
        try (Clients clients = clients(request, traffic);
                RunFolder run = new RunFolder(runs.folder(request.id()))) {
            runs.write(start);
            Entrance.Accounts accounts;
            try {
                accounts = new Entrance(clients, request, progress).enter(callers(clients, request, traffic));
            } catch (BadInput e) {
                run.delete();
                throw e;
            }
            if (accounts.entered().isEmpty() && accounts.closed().isEmpty()) {
                run.delete();
                throw new BadInput("There is no account to scan: the organization lists none"
                        + (request.accountTags().isEmpty()
                                ? "."
                                : " with the tags " + String.join(", ", request.accountTags()) + "."));
            }
            if (accounts.entered().isEmpty()) {
                run.delete();
                throw new BadInput("No account could be entered. "
                        + accounts.closed().stream()
                                .map(closed -> closed.id() + ": " + closed.action() + " "
                                        + closed.trouble()
                                                .map(trouble -> trouble.code() + " " + trouble.message())
                                                .orElse("suspended"))
                                .limit(5)
                                .collect(java.util.stream.Collectors.joining("; "))
                        + ". `plumbline doctor` says more.");
            }
            Survey survey = new Survey(home, sources, schemas, version, progress);
            Snapshot snapshot = survey.collect(start, clients, run, accounts);
            if (traffic instanceof Replayer replayer) {
                replayer.complain();
            }
            run.delete();
            return snapshot;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write into " + home, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInput("The scan was interrupted. Go on with: plumbline scan --resume " + request.id(), e);
        } catch (DiskTrouble | UncheckedIOException e) {
            throw full(request, e);
        } catch (DatabaseException e) {
            throw e.disk() ? full(request, e) : e;
        }
    }

    private static BadInput full(ScanRequest request, RuntimeException e) {
        return new BadInput(
                e.getMessage()
                        + ". What was read before is safe, and so are the earlier snapshots; make room and go on with:"
                        + " plumbline scan --resume " + request.id(),
                e);
    }

    private static Clients clients(ScanRequest request, Traffic traffic) {
        Optional<Endpoint> endpoint = request.endpoint().map(Endpoint::of);
        ApacheHttpClient.Builder wire = ApacheHttpClient.builder()
                .maxConnections(160)
                .connectionTimeout(Duration.ofSeconds(5))
                .socketTimeout(Duration.ofSeconds(30))
                .connectionAcquisitionTimeout(Duration.ofMinutes(2));
        endpoint.ifPresent(wire::dnsResolver);
        return new Clients(
                new MeteredHttpClient(wire.build(), new Budgets(request.maxRps()), traffic),
                endpoint.map(Endpoint::uri));
    }

    private List<Caller> callers(Clients clients, ScanRequest request, Traffic traffic) {
        StartingCredentials starting = new StartingCredentials(clients, askPerson);
        if (traffic instanceof Replayer) {
            return List.of(Caller.of(
                    clients, keys("AKIAREPLAYREPLAY0000", "replay"), request.callerRegion(), "the recording"));
        }
        if (request.profiles().isEmpty()) {
            AwsCredentialsProvider credentials = keys.orElseGet(starting::standard);
            return List.of(Caller.of(clients, credentials, request.callerRegion(), "the standard credential chain"));
        }
        List<Caller> callers = new ArrayList<>();
        for (String profile : request.profiles()) {
            callers.add(Caller.of(clients, starting.profile(profile), request.callerRegion(), "profile " + profile));
        }
        return callers;
    }
}
