package io.plumbline.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.plumbline.model.BadInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Compliance Center over HTTP: the page at {@code /}, the API under {@code /api/}, its document at {@code /openapi.yaml}. */
public final class Server implements AutoCloseable {
    private final Javalin javalin;
    private final ServerSettings settings;

    private Server(Javalin javalin, ServerSettings settings) {
        this.javalin = javalin;
        this.settings = settings;
    }

    /** The same without OpenID Connect. */
    public static Server start(Center center, ServerSettings settings) {
        return start(center, settings, Optional.empty());
    }

    /**
     * Starts one; it runs until it is closed.
     *
     * @param oidc how people sign in by OpenID Connect; empty if they do not
     * @throws BadInput if it would listen where it must not, or cannot
     */
    public static Server start(Center center, ServerSettings settings, Optional<OidcSettings> oidc) {
        settings.check();
        Document document = Document.packed();
        Meters meters = new Meters();
        LedgerDoors doors = new LedgerDoors(center.ledger(), center.clock());
        Gate gate = new Gate(doors);
        Scope scope = new Scope(center);
        SessionCookies cookies = new SessionCookies(center, doors, settings.behindTls());
        LocalSignIn local = new LocalSignIn(oidc, center.ledger());
        HandedOut handedOut = new HandedOut(center);
        List<Routes> shown = List.of(
                new StatusRoutes(center),
                new OverviewRoutes(center, scope),
                new ComplianceRoutes(center, scope),
                new UnitRoutes(center),
                new RuleRoutes(center),
                new ParameterRoutes(center),
                new FindingRoutes(center),
                new RepairRoutes(center),
                new ExceptionRoutes(center),
                new AttestationRoutes(center),
                new AccountRoutes(center, scope));
        List<Routes> others = List.of(
                new OperationRoutes(document, meters),
                new SessionRoutes(center, cookies, local),
                new OidcRoutes(center, oidc, local, cookies),
                new ExportRoutes(center, scope, handedOut),
                new ReportRoutes(
                        center,
                        scope,
                        handedOut,
                        new Questions(document, shown),
                        settings.web(),
                        OfflineData.Limits.STANDARD),
                new AssetRoutes(center),
                new QueryRoutes(center),
                new DraftRoutes(center),
                new ScanRoutes(center),
                new ViewRoutes(center),
                new PeopleRoutes(center),
                new TokenRoutes(center),
                new ChannelRoutes(center),
                new NotifyRoutes(center),
                new ScheduleRoutes(center),
                new AuditRoutes(center));
        Router router = new Router(document, gate, meters);
        List<Routes> parts = Stream.concat(shown.stream(), others.stream()).toList();
        Javalin javalin = Javalin.create(config -> configure(config, settings, router, parts));
        try {
            javalin.start(settings.bind(), settings.port());
        } catch (RuntimeException e) {
            javalin.stop();
            throw new BadInput(
                    "The server cannot listen at " + settings.bind() + ":" + settings.port() + ": " + e.getMessage()
                            + " Choose another with --port.",
                    e);
        }
        return new Server(javalin, settings);
    }

    private static void configure(JavalinConfig config, ServerSettings settings, Router router, List<Routes> parts) {
        config.startup.showJavalinBanner = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = 4L << 20;
        config.concurrency.useVirtualThreads = true;
        SecurityHeaders headers = new SecurityHeaders(settings.behindTls());
        Replies replies = new Replies();
        config.routes.before(context -> {
            headers.set(context);
            if (!settings.called(String.valueOf(context.header("Host")))) {
                throw Problem.notFound("This server is not called by that name.");
            }
        });
        config.routes.exception(
                Exception.class,
                (thrown, context) -> replies.trouble(
                        context,
                        thrown instanceof RuntimeException runtime ? runtime : new IllegalStateException(thrown)));
        router.install(config, parts);
        // The page finds its own way by addresses that the server does not know; the API has none such.
        config.routes.get("/api/*", context -> {
            throw Problem.notFound("There is nothing at " + context.path() + ".");
        });
        settings.web().ifPresent(folder -> {
            config.staticFiles.add(files -> {
                files.directory = folder.toString();
                files.location = Location.EXTERNAL;
                files.hostedPath = "/";
                files.headers = Map.of("Cache-Control", "no-cache");
            });
            config.spaRoot.addFile("/", folder.resolve("index.html").toString(), Location.EXTERNAL);
        });
    }

    /** Where it answers. */
    public String url() {
        return "http://" + settings.bind() + ":" + javalin.port();
    }

    /** Where people find the page, as far as the settings tell. */
    public String page() {
        return settings.hosts().stream()
                .findFirst()
                .map(host -> settings.behindTls() ? "https://" + host : "http://" + host + ":" + javalin.port())
                .orElseGet(this::url);
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
