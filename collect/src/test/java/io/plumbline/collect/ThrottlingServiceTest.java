package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * Real clients over real HTTP against a service with a token bucket, as many at once as a scan has. What is judged is what the service
 * counted on its own clock.
 */
class ThrottlingServiceTest {
    private static final int AT_ONCE = 24;

    /** A service that refuses what its bucket does not hold. */
    private static final class Service implements AutoCloseable {
        private final Bucket bucket;
        private final List<Long> arrivals = new ArrayList<>();
        private int refused;
        private int othersRefused;
        private final HttpServer server;
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        Service(double limit, double held) throws IOException {
            this.bucket = new Bucket(limit, held, held, System.nanoTime());
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
            server.setExecutor(threads);
            server.createContext("/", this::answer);
            server.start();
        }

        private void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                boolean passes = arrive();
                String body = passes
                        ? "<R/>"
                        : "<ErrorResponse><Error><Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>";
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(passes ? 200 : 400, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }

        private synchronized boolean arrive() {
            long now = System.nanoTime();
            arrivals.add(now);
            boolean passes = bucket.take(now) == 0;
            refused += passes ? 0 : 1;
            return passes;
        }

        /** Somebody else asks. */
        synchronized void other() {
            othersRefused += bucket.take(System.nanoTime()) == 0 ? 0 : 1;
        }

        synchronized int asked() {
            return arrivals.size();
        }

        synchronized int refused() {
            return refused;
        }

        synchronized int othersRefused() {
            return othersRefused;
        }

        /** The most requests that came within any second. */
        synchronized int busiestSecond() {
            int busiest = 0;
            int from = 0;
            for (int to = 0; to < arrivals.size(); to++) {
                while (arrivals.get(to) - arrivals.get(from) >= 1_000_000_000L) {
                    from++;
                }
                busiest = Math.max(busiest, to - from + 1);
            }
            return busiest;
        }

        Clients clients(Optional<Double> maxRps) {
            return new Clients(
                    new MeteredHttpClient(
                            ApacheHttpClient.builder().maxConnections(64).build(), new Budgets(maxRps), Traffic.live()),
                    Optional.of(
                            URI.create("http://127.0.0.1:" + server.getAddress().getPort())));
        }

        @Override
        public void close() {
            server.stop(0);
            threads.close();
        }
    }

    private static Call call(String account, String action) {
        return new Call(
                account,
                "eu-west-1",
                action,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAX", "x")),
                new CallMeter());
    }

    /** Asks as fast as it is let, as many at once as a scan, for some seconds; answers with how many calls came through. */
    private static int ask(int seconds, Runnable once) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        AtomicInteger through = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        once.run();
                        through.incrementAndGet();
                    }
                });
            }
        }
        return through.get();
    }

    @Test
    void a_limit_that_nobody_told_us_is_kept_with_under_two_in_a_hundred_refused() throws Exception {
        int limit = 20;
        int seconds = 20;
        try (Service service = new Service(limit, limit);
                Clients clients = service.clients(Optional.empty())) {
            int through = ask(
                    seconds,
                    () -> call("111122223333", "iam:GetUser")
                            .run(() -> clients.of(IamClient::builder, "us-east-1")
                                    .getUser(request -> request.userName("ana"))));
            System.out.println(
                    "limit " + limit + "/s: " + service.asked() + " asked in " + seconds + " s, " + service.refused()
                            + " refused, " + through + " through, busiest second " + service.busiestSecond());
            // The service's own rate and what its bucket held at first are all that can have come through.
            assertThat(service.asked() - service.refused()).isLessThanOrEqualTo(limit * (seconds + 3) + limit);
            assertThat(service.asked()).isLessThanOrEqualTo(limit * (seconds + 3) + limit);
            assertThat(service.refused()).isLessThan(service.asked() / 50);
            assertThat(through).as("the scan gets on").isGreaterThan(limit * seconds / 3);
        }
    }

    @Test
    void who_uses_half_of_a_quota_is_not_refused_while_a_scan_runs() throws Exception {
        // DescribeVpcs as AWS documents it: 20 a second, and 100 are held.
        try (Service service = new Service(20, 100);
                Clients clients = service.clients(Optional.empty())) {
            AtomicInteger others = new AtomicInteger();
            Thread other = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        Thread.sleep(100);
                        service.other();
                        others.incrementAndGet();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            int through = ask(
                    10,
                    () -> call("111122223333", "ec2:DescribeVpcs")
                            .run(() -> clients.of(Ec2Client::builder, "eu-west-1")
                                    .describeVpcs(request -> request.maxResults(1000))));
            other.interrupt();
            other.join();
            System.out.println("beside a client that asks 10/s of 20/s: " + through + " through of " + service.asked()
                    + ", " + service.othersRefused() + " of the other's " + others + " refused");
            assertThat(service.othersRefused()).isLessThanOrEqualTo(others.get() / 100);
            assertThat(service.refused()).isZero();
            assertThat(through).isGreaterThan(50);
        }
    }

    @Test
    void no_second_sees_more_than_the_ceiling_over_everything() throws Exception {
        try (Service service = new Service(10_000, 10_000);
                Clients clients = service.clients(Optional.of(60.0))) {
            AtomicInteger account = new AtomicInteger();
            int through = ask(
                    4,
                    () -> call("11112222" + (1000 + account.incrementAndGet() % 50), "ec2:DescribeVpcs")
                            .run(() -> clients.of(Ec2Client::builder, "eu-west-1")
                                    .describeVpcs(request -> request.maxResults(1000))));
            System.out.println("--max-rps 60: " + through + " in 4 s, busiest second " + service.busiestSecond());
            // Requests leave in time; on a busy machine some arrive late and together.
            assertThat(service.busiestSecond()).isLessThanOrEqualTo(66);
            assertThat(through).isBetween(120, 60 * 5 + 24);
        }
    }
}
