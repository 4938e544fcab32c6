import io.plumbline.assess.Catalog;
import io.plumbline.aws.AwsTypes;
import io.plumbline.ledger.Actor;
import io.plumbline.ledger.Changes;
import io.plumbline.ledger.FindingQuery;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.PersonScope;
import io.plumbline.ledger.Role;
import io.plumbline.ledger.Visible;
import io.plumbline.server.Center;
import io.plumbline.server.Judging;
import io.plumbline.server.Server;
import io.plumbline.server.ServerSettings;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets findings follow a home's newest snapshot, serves them, and asks as people do; prints a table for RESULTS.md. */
public final class CenterBench {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final int ROUNDS = 60;
    private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

    static {
        QUESTIONS.put("status", "/api/status");
        QUESTIONS.put("compliance", "/api/compliance?framework=cis-1.2");
        QUESTIONS.put("trend", "/api/compliance/trend?framework=cis-1.2");
        QUESTIONS.put("heat map", "/api/compliance/heatmap?framework=cis-1.2");
        QUESTIONS.put("overview", "/api/overview?framework=cis-1.2");
        QUESTIONS.put("a rule's failed units", "/api/units?rule=sg-no-public-ssh&status=FAIL&size=50");
        QUESTIONS.put("a rule's units, page 40", "/api/units?rule=sg-no-public-ssh&size=50&page=40");
        QUESTIONS.put("findings", "/api/findings?size=50");
        QUESTIONS.put("findings by rule", "/api/findings/groups?by=rule&size=50");
        QUESTIONS.put("findings by account", "/api/findings/groups?by=account&size=50");
        QUESTIONS.put("accounts", "/api/accounts?size=50");
    }

    private CenterBench() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        AwsTypes types = AwsTypes.load();
        Catalog catalog = Catalog.load(Optional.empty());
        Snapshot snapshot = new SnapshotStore(home).newest().orElseThrow();
        try (Ledger ledger = Ledger.at(home)) {
            ledger.people().first(CLOCK.instant());
            Judging judging = new Judging(home, ledger, catalog, types, CLOCK);
            long start = System.nanoTime();
            Changes changes = judging.follow(snapshot);
            System.out.printf("| judged and followed, s | %.0f |%n| findings opened | %,d |%n", (System.nanoTime() - start) / 1e9, changes.opened());
            try (Center center = new Center(home, ledger, catalog, types, "bench", Optional.empty(), CLOCK);
                    Server server = Server.start(center, new ServerSettings("127.0.0.1", 0, List.of(), false, false, Optional.empty()))) {
                ledger.people().add("reader", Role.AUDITOR, PersonScope.ALL, Actor.person("admin"), CLOCK.instant());
                String token = ledger.tokens()
                        .make("bench", Role.AUDITOR, CLOCK.instant().plus(Duration.ofDays(1)), Actor.person("reader"), CLOCK.instant())
                        .secret();
                System.out.printf("| open findings | %,d |%n", ledger.findings().count(FindingQuery.OPEN, Visible.ALL));
                alone(server.url(), token);
                together(server.url(), token, () -> judging.follow(snapshot));
            }
        }
        System.out.printf("%nPeak memory of server and readers in one process: %d MiB.%n", peak());
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    }

    private static int ask(HttpClient client, String url, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 400) {
            System.err.println(url + " " + answer.statusCode() + " " + new String(answer.body()));
        }
        return answer.statusCode();
    }

    /** One reader at a time: how long each answer takes. */
    private static void alone(String url, String token) throws IOException, InterruptedException {
        System.out.println("\n| one reader | first, ms | p50, ms | p95, ms |\n| --- | ---: | ---: | ---: |");
        try (HttpClient client = client()) {
            List<Double> all = new ArrayList<>();
            for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
                double first = time(client, url + question.getValue(), token);
                List<Double> times = new ArrayList<>();
                for (int i = 0; i < ROUNDS; i++) {
                    times.add(time(client, url + question.getValue(), token));
                }
                all.addAll(times);
                System.out.printf("| %s | %.0f | %.0f | %.0f |%n", question.getKey(), first, at(times, 0.5), at(times, 0.95));
            }
            System.out.printf("| **all** | | %.0f | %.0f |%n", at(all, 0.5), at(all, 0.95));
        }
    }

    private static double time(HttpClient client, String url, String token) throws IOException, InterruptedException {
        long start = System.nanoTime();
        ask(client, url, token);
        return (System.nanoTime() - start) / 1e6;
    }

    /** Two hundred readers at once, each asking again as soon as it has its answer, while an assessment is made and followed. */
    private static void together(String url, String token, Runnable writing) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        Map<Integer, AtomicInteger> codes = new ConcurrentHashMap<>();
        List<Double> times = Collections.synchronizedList(new ArrayList<>());
        List<String> paths = List.copyOf(QUESTIONS.values());
        long start = System.nanoTime();
        double wrote;
        try (HttpClient client = client(); ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int reader = 0; reader < 200; reader++) {
                int number = reader;
                readers.submit(() -> {
                    for (int i = number; !over.get(); i++) {
                        long asking = System.nanoTime();
                        int code = ask(client, url + paths.get(i % paths.size()), token);
                        times.add((System.nanoTime() - asking) / 1e6);
                        codes.computeIfAbsent(code, key -> new AtomicInteger()).incrementAndGet();
                        asked.incrementAndGet();
                    }
                    return null;
                });
            }
            writing.run();
            wrote = (System.nanoTime() - start) / 1e9;
            Thread.sleep(Math.max(0, 20_000 - (long) (wrote * 1000)));
            over.set(true);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%n| 200 readers while an assessment is made and followed | |%n| --- | ---: |%n");
        System.out.printf("| answers | %,d |%n| answers a second | %.0f |%n| p50, ms | %.0f |%n| p95, ms | %.0f |%n| codes | %s |%n| the assessment took, s | %.0f |%n",
                asked.get(), asked.get() / seconds, at(times, 0.5), at(times, 0.95), codes, wrote);
    }

    private static double at(List<Double> times, double share) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share)));
    }

    private static long peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(0);
    }
}
