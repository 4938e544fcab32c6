package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.Catalog;
import io.plumbline.aws.AwsTypes;
import io.plumbline.aws.WantedTypes;
import io.plumbline.collect.Progress;
import io.plumbline.collect.Recording;
import io.plumbline.collect.Scanner;
import io.plumbline.estate.Estate;
import io.plumbline.estate.ReplayServer;
import io.plumbline.ledger.Actor;
import io.plumbline.ledger.AuditEntry;
import io.plumbline.ledger.AuditFilter;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.Paging;
import io.plumbline.ledger.PersonScope;
import io.plumbline.ledger.Role;
import io.plumbline.ledger.ScanScope;
import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Scans that are made by themselves, over the API and as time passes. */
class ScheduleTest {
    private static final Instant NOON = Instant.parse("2026-06-30T12:00:00Z");
    private static final Instant THREE = Instant.parse("2026-07-01T03:00:00Z");
    private static final Document DOCUMENT = Document.packed();
    private static final AwsTypes TYPES = AwsTypes.load();
    private static final Catalog CATALOG = Catalog.load(Optional.empty());

    @TempDir
    Path home;

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);
    private final AtomicReference<Collecting> collecting = new AtomicReference<>((scope, progress) -> {
        throw new BadInput("No account could be entered: 210000000007.");
    });
    private final BlockingQueue<ScanScope> asked = new LinkedBlockingQueue<>();
    private Ledger ledger;
    private Center center;
    private Server server;
    private Scheduler scheduler;
    private HttpClient admin;

    @BeforeEach
    void start() {
        ledger = Ledger.at(home);
        center = new Center(
                home,
                ledger,
                CATALOG,
                TYPES,
                "test",
                Optional.of((scope, progress) -> {
                    asked.add(scope);
                    return collecting.get().collect(scope, progress);
                }),
                clock::get);
        scheduler = new Scheduler(ledger, center.scans(), clock::get);
        server = Server.start(center, new ServerSettings("127.0.0.1", 0, List.of(), false, false, Optional.empty()));
        admin = client("root", Role.ADMIN, PersonScope.ALL);
    }

    @AfterEach
    void stop() throws InterruptedException {
        center.scans().await();
        server.close();
        center.close();
        ledger.close();
    }

    private HttpClient client(String name, Role role, PersonScope scope) {
        ledger.people().add(name, role, scope, Actor.person("test"), NOON);
        return new HttpClient(
                server.url(),
                Optional.of(ledger.tokens()
                        .make("test", role, NOON.plus(Duration.ofDays(300)), Actor.person(name), NOON)
                        .secret()));
    }

    private JsonNode added(String name, String more) {
        return added(name, "0 3 * * *", more);
    }

    private JsonNode added(String name, String cron, String more) {
        HttpClient.Reply reply = admin.send(
                "POST",
                "/api/schedules",
                Optional.of("{\"name\": \"" + name + "\", \"cron\": \"" + cron + "\"" + more + "}"));
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json();
    }

    private JsonNode listed(HttpClient client, String name) {
        HttpClient.Reply reply = client.get("/api/schedules");
        DOCUMENT.answer(DOCUMENT.operations().get("listSchedules"), 200).orElseThrow().check(reply.body());
        return reply.json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> scans() {
        HttpClient.Reply reply = admin.get("/api/scans");
        DOCUMENT.answer(DOCUMENT.operations().get("listScans"), 200).orElseThrow().check(reply.body());
        return reply.json()
                .path("items")
                .valueStream()
                .map(scan -> scan.path("state").asString() + " " + scan.path("schedule").asString("-") + " "
                        + scan.path("startedBy").asString("-"))
                .toList();
    }

    private void lookAt(Instant moment) {
        clock.set(moment);
        scheduler.look();
    }

    @Test
    void an_admin_adds_changes_and_removes_one() {
        JsonNode nightly = added(
                "Nightly",
                ", \"zone\": \"Europe/Berlin\", \"scope\": {\"accounts\": [\"210000000004\"], \"ous\": [\"Workloads\"],"
                        + " \"types\": [\"aws_sqs_*\"], \"frameworks\": [\"cis-1.2\"]}");
        assertThat(nightly.path("next").asString()).isEqualTo("2026-07-01T01:00:00Z");
        assertThat(listed(admin, "Nightly").path("scope").path("accounts").toString())
                .isEqualTo("[\"210000000004\"]");
        String path = "/api/schedules/" + nightly.path("id").asString();
        HttpClient.Reply off = admin.send(
                "PUT", path, Optional.of("{\"name\": \"Off\", \"cron\": \"0 4 * * 1\", \"active\": false}"));
        assertThat(off.status()).as(off.body()).isEqualTo(200);
        assertThat(listed(admin, "Off").has("next")).isFalse();
        HttpClient scoped = client("scoped", Role.VIEWER, new PersonScope(List.of("210000000004"), List.of()));
        assertThat(listed(scoped, "Off").has("scope")).isFalse();
        assertThat(admin.send("DELETE", path, Optional.empty()).status()).isEqualTo(204);
        assertThat(admin.send("DELETE", path, Optional.empty()).status()).isEqualTo(404);
        assertThat(admin.send("POST", path + "/run", Optional.empty()).status()).isEqualTo(404);
        assertThat(ledger.audit()
                        .page(AuditFilter.of(nightly.path("id").asString()), Paging.FIRST)
                        .items())
                .extracting(AuditEntry::action, AuditEntry::actor)
                .startsWith(org.assertj.core.groups.Tuple.tuple("schedule-removed", "root"))
                .hasSize(3);
    }

    @Test
    void what_is_wrong_with_one_is_said_before_it_fails_at_night() {
        added("Nightly", "");
        for (List<String> wrong : List.of(
                List.of("\"name\": \"Nightly\", \"cron\": \"0 3 * * *\"", "already"),
                List.of("\"name\": \"x\", \"cron\": \"0 3 * *\"", "no cron expression"),
                List.of("\"name\": \"x\", \"cron\": \"0 3 31 2 *\"", "no moment"),
                List.of("\"name\": \"x\", \"cron\": \"0 3 * * *\", \"zone\": \"Mars\"", "no time zone"),
                List.of("\"name\": \"x\", \"cron\": \"0 3 * * *\", \"scope\": {\"types\": [\"aws_none\"]}", "aws_none"),
                List.of("\"name\": \"x\", \"cron\": \"0 3 * * *\", \"scope\": {\"frameworks\": [\"cis-9\"]}", "cis-9"),
                List.of("\"name\": \"x\", \"cron\": \"0 3 * * *\", \"scope\": {\"accounts\": [\"1\"]}", "accounts"))) {
            HttpClient.Reply reply =
                    admin.send("POST", "/api/schedules", Optional.of("{" + wrong.getFirst() + "}"));
            assertThat(reply.status()).as(reply.body()).isEqualTo(400);
            assertThat(reply.body()).contains(wrong.getLast());
        }
        assertThat(admin.get("/api/schedules/times?cron=0+3+*+*+*&zone=Europe/Berlin").json().path("items").toString())
                .startsWith("[\"2026-07-01T01:00:00Z\",\"2026-07-02T01:00:00Z\"");
        assertThat(admin.get("/api/schedules/times?cron=x").status()).isEqualTo(400);
    }

    @Test
    void its_scan_is_made_now_and_a_failure_is_told_to_those_who_see_everything() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        Collecting fails = collecting.get();
        collecting.set((scope, progress) -> {
            awaited(go);
            return fails.collect(scope, progress);
        });
        String path = "/api/schedules/"
                + added("Off", ", \"active\": false, \"scope\": {\"regions\": [\"eu-west-1\"]}").path("id").asString();
        HttpClient.Reply started = admin.send("POST", path + "/run", Optional.empty());
        assertThat(started.status()).as(started.body()).isEqualTo(202);
        DOCUMENT.answer(DOCUMENT.operations().get("runSchedule"), 202).orElseThrow().check(started.body());
        assertThat(asked.take().regions()).containsExactly("eu-west-1");
        assertThat(admin.send("POST", path + "/run", Optional.empty()).status()).isEqualTo(409);
        assertThat(admin.send("POST", "/api/scans", Optional.empty()).status()).isEqualTo(409);
        assertThat(listed(admin, "Off").path("last").path("state").asString()).isEqualTo("running");
        assertThat(scans()).containsExactly("running Off root");
        go.countDown();
        center.scans().await();
        assertThat(scans()).containsExactly("failed Off root");
        assertThat(listed(admin, "Off").path("last").path("message").asString()).contains("210000000007");
        HttpClient scoped = client("scoped", Role.VIEWER, new PersonScope(List.of("210000000004"), List.of()));
        assertThat(listed(scoped, "Off").path("last").path("state").asString()).isEqualTo("failed");
        for (String asked : List.of("/api/schedules", "/api/scans", "/api/scans/events")) {
            assertThat(scoped.get(asked).body()).as(asked).contains("failed").doesNotContain("210000000007");
        }
        String id = admin.get("/api/scans").json().path("items").path(0).path("id").asString();
        HttpClient.Reply one = admin.get("/api/scans/" + id);
        DOCUMENT.answer(DOCUMENT.operations().get("getScan"), 200).orElseThrow().check(one.body());
        assertThat(one.json().path("message").asString()).contains("210000000007");
    }

    @Test
    void what_was_missed_is_caught_up_once_and_leaves_a_snapshot() throws Exception {
        Recording recording = Estate.recording();
        try (ReplayServer aws = ReplayServer.start(recording)) {
            // Judging is tried elsewhere, and takes its time.
            Scans scans = new Scans(
                    Optional.of((scope, progress) -> {
                        asked.add(scope);
                        return scan(recording, aws, scope, progress);
                    }),
                    ledger,
                    snapshot -> {},
                    clock::get);
            Scheduler own = new Scheduler(ledger, scans, clock::get);
            added("Nightly", ", \"scope\": {\"accounts\": [\"210000000004\"]}");
            own.look();
            assertThat(asked).isEmpty();
            // Once at the ledger's next look, however many nights there were.
            clock.set(THREE.plus(Duration.ofDays(3)).plusSeconds(5));
            for (int look = 0; look < 2; look++) {
                own.look();
                scans.await();
            }
            assertThat(asked).hasSize(1);
        }
        assertThat(scans()).containsExactly("complete Nightly clock");
        JsonNode nightly = listed(admin, "Nightly");
        assertThat(nightly.path("next").asString()).isEqualTo("2026-07-05T03:00:00Z");
        assertThat(nightly.path("last").path("state").asString()).isEqualTo("done");
        assertThat(admin.get("/api/scans/" + nightly.path("last").path("scan").asString()).status())
                .isEqualTo(200);
    }

    private Snapshot scan(Recording recording, ReplayServer aws, ScanScope scope, Progress progress) {
        return new Scanner(home, TYPES.sources(), TYPES, "test", progress, question -> "")
                .startingWith("AKIADEMODEMODEMO0000", "demo")
                .scan(
                        recording.head().request().at(aws.url()).of(scope.accounts(), Set.of("us-east-1")),
                        WantedTypes.named("aws_sns_topic", TYPES));
    }

    @Test
    void one_of_the_same_scope_is_skipped_and_one_of_another_waits() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        collecting.set((scope, progress) -> {
            awaited(go);
            throw new BadInput("enough");
        });
        added("First", "");
        added("Same", "5 3 * * *", "");
        added("Other", "5 3 * * *", ", \"scope\": {\"accounts\": [\"210000000004\"]}");
        lookAt(THREE);
        asked.take();
        lookAt(THREE.plus(Duration.ofMinutes(6)));
        assertThat(scans()).containsExactly("running First clock", "skipped Same clock");
        assertThat(listed(admin, "Same").path("last").path("message").asString()).contains("same scope");
        assertThat(listed(admin, "Other").path("next").asString()).isEqualTo("2026-07-01T03:05:00Z");
        go.countDown();
        center.scans().await();
        scheduler.look();
        center.scans().await();
        assertThat(asked.take().accounts()).containsExactly("210000000004");
        assertThat(scans()).containsExactly("failed Other clock", "skipped Same clock", "failed First clock");
    }

    @Test
    void what_a_servers_end_cut_off_is_told_and_begun_again() throws InterruptedException {
        String id = added("Nightly", "").path("id").asString();
        // Begun by a server that says nothing of it any more.
        ledger.scanRuns()
                .begin(io.plumbline.ledger.ScanOrder.of(ledger.schedules().get(id).orElseThrow(), Actor.CLOCK), THREE);
        lookAt(THREE.plus(Duration.ofHours(1)));
        center.scans().await();
        assertThat(scans()).containsExactly("failed Nightly clock", "interrupted Nightly clock");
        assertThat(asked).hasSize(1);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
