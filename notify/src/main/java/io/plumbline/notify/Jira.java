package io.plumbline.notify;

import com.google.auto.service.AutoService;
import io.plumbline.ledger.Ticket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Jira, Cloud or Data Center, by version 2 of its REST API, which takes plain text. An issue is found again by a label; it is closed and
 * opened by whatever transition of its own workflow leads to such a status.
 */
@AutoService(ChannelKind.class)
public final class Jira implements TicketKeeper {
    private static final int SUMMARY = 250;
    private static final Set<String> DONE = Set.of("done");
    private static final Set<String> TO_DO = Set.of("new", "indeterminate");

    @Override
    public String id() {
        return "jira";
    }

    @Override
    public String title() {
        return "Jira";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.url("url", "Address", "https://example.atlassian.net"),
                Field.text("project", "Project", "Its key, such as SEC"),
                Field.text("issueType", "Issue type", "Its name, such as Task"),
                Field.text(
                                "user",
                                "User",
                                "In the cloud the e-mail address of the token's owner; leave it out for a personal access token of Data Center")
                        .orNot(),
                Field.text("token", "Token", "An API token, or a personal access token")
                        .kept(),
                Field.ALLOW_HTTP);
    }

    @Override
    public String test(Settings settings, Wires wires) {
        String project = settings.text("project");
        Reply reply = ask(Call.get(api(settings) + "/project/" + Call.encoded(project)), settings, wires);
        return "The project " + reply.json().path("name").asString(project) + " is there. No issue was made.";
    }

    @Override
    public Ticket open(Item finding, Settings settings, Wires wires) {
        return find(finding, settings, wires).orElseGet(() -> make(finding, settings, wires));
    }

    private Optional<Ticket> find(Item finding, Settings settings, Wires wires) {
        String query = "?fields=summary&maxResults=1&jql="
                + Call.encoded("project = \"" + settings.text("project") + "\" and labels = \"" + Texts.mark(finding)
                        + "\" and statusCategory != Done");
        JsonNode issue;
        try {
            issue = search("/search/jql" + query, settings, wires);
        } catch (ChannelTrouble e) {
            // Data Center has the older one only.
            if (!e.notThere()) {
                throw e;
            }
            issue = search("/search" + query, settings, wires);
        }
        return issue.has("key") ? Optional.of(ticket(issue.path("key").asString(), settings)) : Optional.empty();
    }

    private static JsonNode search(String path, Settings settings, Wires wires) {
        return ask(Call.get(api(settings) + path), settings, wires).json().at("/issues/0");
    }

    private static Ticket make(Item finding, Settings settings, Wires wires) {
        Map<String, ?> fields = Map.of(
                "project", Map.of("key", settings.text("project")),
                "issuetype", Map.of("name", settings.text("issueType")),
                "summary", Texts.shortened(finding.headline().replaceAll("\\s+", " "), SUMMARY),
                "description", Texts.ticket(finding),
                "labels", List.of("plumbline", Texts.mark(finding)));
        Reply reply = ask(Call.json("POST", api(settings) + "/issue", Map.of("fields", fields)), settings, wires);
        return ticket(reply.text("/key"), settings);
    }

    @Override
    public void close(Ticket ticket, Item finding, Settings settings, Wires wires) {
        if (!move(ticket, DONE, Texts.closing(finding), settings, wires)) {
            throw ChannelTrouble.because(
                    "The issue " + ticket.number()
                            + " cannot be closed: from where it stands, no transition that the token's owner may do leads to a status of the category Done.");
        }
    }

    @Override
    public Ticket reopen(Ticket ticket, Item finding, Settings settings, Wires wires) {
        return move(ticket, TO_DO, Texts.reopening(finding), settings, wires)
                ? ticket(ticket.number(), settings)
                : make(finding, settings, wires);
    }

    /** Whether it stands in a status of such a category afterwards. The comment is made with the transition, so that neither is without the other. */
    private static boolean move(Ticket ticket, Set<String> categories, String comment, Settings settings, Wires wires) {
        JsonNode now = ask(Call.get(issue(ticket, settings) + "?fields=status"), settings, wires)
                .json()
                .at("/fields/status/statusCategory/key");
        if (categories.contains(now.asString(""))) {
            return true;
        }
        String transitions = issue(ticket, settings) + "/transitions";
        for (JsonNode one : ask(Call.get(transitions), settings, wires).json().path("transitions")) {
            if (categories.contains(one.at("/to/statusCategory/key").asString(""))) {
                Map<String, ?> body = Map.of(
                        "transition", Map.of("id", one.path("id").asString()),
                        "update", Map.of("comment", List.of(Map.of("add", Map.of("body", comment)))));
                ask(Call.json("POST", transitions, body), settings, wires);
                return true;
            }
        }
        return false;
    }

    private static Reply ask(Call call, Settings settings, Wires wires) {
        String token = settings.text("token");
        Call known =
                settings.optional("user").map(user -> call.basic(user, token)).orElseGet(() -> call.bearer(token));
        return wires.web().send(known.plain(settings.yes("allowHttp")));
    }

    private static String api(Settings settings) {
        return settings.base("url") + "/rest/api/2";
    }

    private static String issue(Ticket ticket, Settings settings) {
        return api(settings) + "/issue/" + Call.encoded(ticket.number());
    }

    private static Ticket ticket(String key, Settings settings) {
        return new Ticket(key, settings.base("url") + "/browse/" + key, false);
    }
}
