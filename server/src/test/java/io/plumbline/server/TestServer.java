package io.plumbline.server;

import io.plumbline.assess.AssessmentRequest;
import io.plumbline.assess.Assessor;
import io.plumbline.assess.Catalog;
import io.plumbline.assess.RuleMemory;
import io.plumbline.assess.SelectedControl;
import io.plumbline.assess.Selection;
import io.plumbline.aws.AwsTypes;
import io.plumbline.collect.Progress;
import io.plumbline.collect.Recording;
import io.plumbline.collect.Scanner;
import io.plumbline.estate.Estate;
import io.plumbline.estate.ReplayServer;
import io.plumbline.ledger.Actor;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.NewPerson;
import io.plumbline.ledger.PersonScope;
import io.plumbline.ledger.Role;
import io.plumbline.ledger.Tokens;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The fictional organization, scanned and judged once, behind a real server on loopback. */
final class TestServer implements AutoCloseable {
    static final Actor ROOT = Actor.person("admin");

    private final Recording recording = Estate.recording();
    private final ReplayServer aws = ReplayServer.start(recording);
    private final AwsTypes types = AwsTypes.load();
    private final Catalog catalog = Catalog.load(Optional.empty());
    private final Path home;
    final Ledger ledger;
    final NewPerson admin;
    final Server server;
    private final Center center;

    TestServer(Path home) {
        this.home = home;
        this.ledger = Ledger.at(home);
        this.admin = ledger.people().first(InstantSource.system().instant()).orElseThrow();
        this.center = new Center(
                home,
                ledger,
                catalog,
                types,
                "test",
                Optional.of((scope, progress) -> scan(progress)),
                InstantSource.system());
        center.judging().follow(scan(Progress.none()));
        this.server = Server.start(
                center, new ServerSettings("127.0.0.1", 0, List.of(), false, false, Optional.of(web(home))));
    }

    /** A page of which there is nothing but a place for data. */
    private static Path web(Path home) {
        try {
            Path folder = Files.createDirectories(home.resolve("web"));
            Files.writeString(folder.resolve("index.html"), "<!doctype html><title>The page</title>");
            Files.writeString(
                    folder.resolve(OfflineTemplate.NAME),
                    "<!doctype html><title>Pages</title>" + OfflineTemplate.MARK + "<p>The end</p>");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Snapshot scan(Progress progress) {
        return new Scanner(home, types.sources(), types, "test", progress, question -> "")
                .startingWith("AKIADEMODEMODEMO0000", "demo")
                .scan(recording.head().request().at(aws.url()), needs());
    }

    private List<Need> needs() {
        try (Database database = Database.open()) {
            AssessmentRequest request = AssessmentRequest.of(catalog, Selection.of("cis-1.2"));
            return new Assessor(database, types, RuleMemory.none())
                    .needs(request.controls().stream()
                            .map(SelectedControl::rule)
                            .distinct()
                            .toList());
        }
    }

    /** A client with a token of somebody new. */
    HttpClient as(Role role, PersonScope scope) {
        return new HttpClient(server.url(), Optional.of(token(role, scope)));
    }

    /** A token of somebody new. */
    String token(Role role, PersonScope scope) {
        String name = role.name().toLowerCase(java.util.Locale.ROOT)
                + ledger.people().all().size();
        ledger.people().add(name, role, scope, ROOT, InstantSource.system().instant());
        Tokens.Made made = ledger.tokens()
                .make(
                        "test",
                        role,
                        InstantSource.system().instant().plus(Duration.ofDays(1)),
                        Actor.person(name),
                        InstantSource.system().instant());
        return made.secret();
    }

    @Override
    public void close() {
        server.close();
        center.close();
        ledger.close();
        aws.close();
    }
}
