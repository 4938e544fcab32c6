package io.plumbline.notify;

import com.google.auto.service.AutoService;
import io.plumbline.ledger.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Issues of a repository on GitHub, by its REST API. What an account calls its things is shown as code, so that it mentions nobody. */
@AutoService(ChannelKind.class)
public final class GitHubIssues implements TicketKeeper {
    private static final int TITLE = 250;

    @Override
    public String id() {
        return "github";
    }

    @Override
    public String title() {
        return "GitHub issues";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.text(
                        "repository",
                        "Repository",
                        "OWNER/NAME; keep it private, since findings show where you are weak"),
                Field.text("token", "Token", "Fine-grained, of this repository, with Issues: read and write")
                        .kept(),
                Field.url("url", "API", "https://HOST/api/v3 for GitHub Enterprise Server; else leave it out")
                        .orNot());
    }

    @Override
    public String test(Settings settings, Wires wires) {
        Reply reply = ask(Call.get(repository(settings)), settings, wires);
        return "The repository " + reply.text("/full_name") + " is there. No issue was made.";
    }

    @Override
    public Ticket open(Item finding, Settings settings, Wires wires) {
        return find(finding, settings, wires).orElseGet(() -> make(finding, settings, wires));
    }

    /** One that an earlier try made is among the newest; GitHub's search would not know it yet. */
    private static Optional<Ticket> find(Item finding, Settings settings, Wires wires) {
        JsonNode newest = ask(
                        Call.get(repository(settings) + "/issues?state=open&labels=plumbline&per_page=30"),
                        settings,
                        wires)
                .json();
        for (JsonNode issue : newest) {
            if (issue.path("body").asString("").contains(Texts.mark(finding))) {
                return Optional.of(ticket(issue));
            }
        }
        return Optional.empty();
    }

    private static Ticket make(Item finding, Settings settings, Wires wires) {
        Map<String, ?> issue = Map.of(
                "title", Texts.shortened(finding.headline().replace("@", "@\u200b"), TITLE),
                "body",
                        "```\n" + Texts.ticket(finding).replace("```", "'''") + "\n```\n\n[See in Plumbline]("
                                + finding.link() + ")",
                "labels", List.of("plumbline"));
        return ticket(ask(Call.json("POST", repository(settings) + "/issues", issue), settings, wires)
                .json());
    }

    @Override
    public void close(Ticket ticket, Item finding, Settings settings, Wires wires) {
        change(ticket, Map.of("state", "closed", "state_reason", "completed"), settings, wires);
        comment(ticket, Texts.closing(finding), settings, wires);
    }

    @Override
    public Ticket reopen(Ticket ticket, Item finding, Settings settings, Wires wires) {
        change(ticket, Map.of("state", "open", "state_reason", "reopened"), settings, wires);
        comment(
                ticket,
                "This fails again.\n\n```\n" + finding.reason().replace("```", "'''") + "\n```",
                settings,
                wires);
        return new Ticket(ticket.number(), ticket.link(), false);
    }

    private static void change(Ticket ticket, Map<String, ?> what, Settings settings, Wires wires) {
        ask(Call.json("PATCH", issue(ticket, settings), what), settings, wires);
    }

    private static void comment(Ticket ticket, String text, Settings settings, Wires wires) {
        ask(Call.json("POST", issue(ticket, settings) + "/comments", Map.of("body", text)), settings, wires);
    }

    private static Reply ask(Call call, Settings settings, Wires wires) {
        return wires.web()
                .send(call.bearer(settings.text("token"))
                        .with("Accept", "application/vnd.github+json")
                        .with("X-GitHub-Api-Version", "2022-11-28"));
    }

    private static String repository(Settings settings) {
        String name = settings.text("repository");
        if (!name.matches("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+")) {
            throw ChannelTrouble.because("'" + name + "' is no repository: it is said as OWNER/NAME.");
        }
        return settings.optional("url").orElse("https://api.github.com").replaceFirst("/+$", "") + "/repos/" + name;
    }

    private static String issue(Ticket ticket, Settings settings) {
        return repository(settings) + "/issues/" + ticket.number();
    }

    private static Ticket ticket(JsonNode issue) {
        Reply reply = new Reply(200, issue.toString());
        return new Ticket(issue.path("number").asString(), reply.text("/html_url"), false);
    }
}
