package io.plumbline.collect;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import tools.jackson.databind.json.JsonMapper;

/** Runs scans of a home: starts one, or goes on with one that was killed, and leaves a snapshot. */
public final class Scanner {
    private final Path home;
    private final List<Source<?, ?>> sources;
    private final Schemas schemas;
    private final String version;
    private final Progress progress;
    private final Function<String, String> askPerson;
    private final Optional<AwsCredentialsProvider> start;

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
            Optional<AwsCredentialsProvider> start) {
        this.home = home;
        this.sources = sources;
        this.schemas = schemas;
        this.version = version;
        this.progress = progress;
        this.askPerson = askPerson;
        this.start = start;
    }

    /** The same, starting with these keys instead of the standard credential chain. */
    public Scanner startingWith(String accessKey, String secret) {
        return new Scanner(home, sources, schemas, version, progress, askPerson, Optional.of(keys(accessKey, secret)));
    }

    private static AwsCredentialsProvider keys(String accessKey, String secret) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secret));
    }

    /** What a run keeps of its start. */
    private record Started(ScanRequest request, List<Need> needs) {}

    /** Scans AWS. */
    public Snapshot scan(ScanRequest request, List<Need> needs) {
        return run(request, needs, Traffic.live());
    }

    /** Scans AWS and keeps every answer, redacted. */
    public Snapshot record(ScanRequest request, List<Need> needs, Path folder) {
        return run(request, needs, new Recorder(folder, request, version));
    }

    /** Scans a recording; nothing is sent anywhere. The snapshot gets the recording's id and time. */
    public Snapshot replay(Path folder, List<Need> needs) {
        Recording recording = Recording.open(folder);
        Replayer replayer = new Replayer(recording);
        return run(recording.head().request(), needs, replayer);
    }

    /**
     * Goes on with a run that was killed.
     *
     * @param id the run; empty for the newest
     * @throws BadInput if there is none
     */
    public Snapshot resume(Optional<String> id) {
        List<String> runs = runs();
        if (runs.isEmpty() || id.isPresent() && !runs.contains(id.get())) {
            throw new BadInput("There is no unfinished scan"
                    + id.map(text -> " '" + text + "'").orElse("") + " in " + home.resolve("runs")
                    + (runs.isEmpty() ? "." : ". Unfinished: " + String.join(", ", runs) + "."));
        }
        Path file = runFolder(id.orElse(runs.getLast())).resolve("run.json");
        try {
            Started started = JsonMapper.shared().readValue(Files.readAllBytes(file), Started.class);
            return run(started.request(), started.needs(), Traffic.live());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
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
        Path runs = home.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (var children = Files.list(runs)) {
            return children.filter(child -> Files.exists(child.resolve("run.json")))
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + runs, e);
        }
    }

    private Path runFolder(String id) {
        return home.resolve("runs").resolve(id);
    }

    private Snapshot run(ScanRequest request, List<Need> needs, Traffic traffic) {
        try (HomeLock lock = HomeLock.take(home);
                Clients clients = clients(request, traffic);
                RunFolder run = new RunFolder(runFolder(request.id()))) {
            Files.write(
                    runFolder(request.id()).resolve("run.json"),
                    JsonMapper.shared().writeValueAsBytes(new Started(request, needs)));
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
            Collection collection = new Collection(home, sources, schemas, version, progress);
            Snapshot snapshot = collection.collect(request, needs, clients, run, accounts);
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
        } catch (DiskTrouble e) {
            throw new BadInput(
                    e.getMessage()
                            + ". What was read before is safe; make room and go on with: plumbline scan --resume "
                            + request.id(),
                    e);
        }
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
            AwsCredentialsProvider credentials = start.orElseGet(starting::standard);
            return List.of(Caller.of(clients, credentials, request.callerRegion(), "the standard credential chain"));
        }
        List<Caller> callers = new ArrayList<>();
        for (String profile : request.profiles()) {
            callers.add(Caller.of(clients, starting.profile(profile), request.callerRegion(), "profile " + profile));
        }
        return callers;
    }
}
