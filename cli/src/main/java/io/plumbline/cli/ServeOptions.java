package io.plumbline.cli;

import io.plumbline.assess.Catalog;
import io.plumbline.aws.AwsTypes;
import io.plumbline.ledger.Ledger;
import io.plumbline.server.Center;
import io.plumbline.server.Collecting;
import io.plumbline.server.OidcSettings;
import io.plumbline.server.Server;
import io.plumbline.server.ServerSettings;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How the Compliance Center is reached: the options that {@code serve} and {@code demo} share. */
final class ServeOptions {
    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port to listen at; 0 for any that is free (default: ${DEFAULT-VALUE}).",
            defaultValue = "8080")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "The address to listen at (default: ${DEFAULT-VALUE}, this machine only).",
            defaultValue = "127.0.0.1")
    @SuppressWarnings("NullAway.Init")
    private String bind;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "A name that browsers call the server by; may be repeated. Needed beyond this machine.")
    private List<String> hosts = List.of();

    @Option(
            names = "--behind-tls",
            description = "A proxy in front speaks TLS: cookies go over HTTPS only, and --bind may be any address.")
    private boolean behindTls;

    @Option(
            names = "--insecure",
            description =
                    "Listen beyond this machine without TLS. Passwords and findings cross the network in the clear.")
    private boolean insecure;

    @Mixin
    private final LedgerOption ledger = new LedgerOption();

    @Option(
            names = "--clock-ahead",
            paramLabel = "DURATION",
            description = "Serve as it will be after so long, such as P91D: for tests of what ends by itself.",
            defaultValue = "PT0S",
            hidden = true)
    @SuppressWarnings("NullAway.Init")
    private Duration ahead;

    /** The ledger that these options name; empty for the one in the home. */
    Optional<String> ledgerUrl() {
        return ledger.url();
    }

    /** Serves until the program is ended. */
    void run(
            CommandSpec spec,
            Path home,
            Catalog catalog,
            AwsTypes types,
            Optional<Collecting> collecting,
            Optional<OidcSettings> oidc)
            throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        InstantSource clock = clock(err);
        try (Ledger open = Ledger.of(home, ledgerUrl());
                Center center = new Center(home, open, catalog, types, Version.current(), collecting, clock);
                Server server = Server.start(center, settings(err), oidc)) {
            open.people().first(clock.instant()).ifPresent(added -> {
                err.println("The first person is '" + added.person().name() + "', the password " + added.password());
                err.println("It is shown this once, and asks to be changed.");
            });
            oidc.ifPresent(known -> {
                err.println("People sign in at " + known.issuer()
                        + ", which must know the address …/api/session/oidc/callback of this server.");
                if (known.localOff() && !open.identities().anAdminCame(known.issuer())) {
                    err.println("Passwords still do, until an admin who sees every account has come in that way.");
                }
            });
            center.notifyFrom(server.page());
            err.println("The Compliance Center answers at " + server.url() + " (end it with Ctrl-C)");
            err.flush();
            Thread.currentThread().join();
        }
    }

    private InstantSource clock(PrintWriter err) {
        if (!ahead.isZero()) {
            err.println("Note: this server's clock is ahead by " + ahead + ". That is for tests.");
        }
        return Clock.offset(Clock.systemUTC(), ahead);
    }

    private ServerSettings settings(PrintWriter err) {
        Optional<Path> web = Optional.ofNullable(System.getProperty("plumbline.web"))
                .map(Path::of)
                .filter(folder -> Files.isRegularFile(folder.resolve("index.html")));
        if (web.isEmpty()) {
            err.println(
                    "Note: the page was not built, so there is the API only. It is built where npm is (Node 20 or newer).");
        }
        return new ServerSettings(bind, port, hosts, behindTls, insecure, web);
    }
}
