package io.plumbline.notify;

import io.plumbline.notify.HttpStand.Answer;
import io.plumbline.notify.HttpStand.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A project in Jira whose issues go from To do to Done and back. It has the older search only, as Data Center. */
final class JiraAnswers implements Function<Request, Answer> {
    private final Map<String, JsonNode> issues = new ConcurrentHashMap<>();
    private final Map<String, String> categories = new ConcurrentHashMap<>();

    @Override
    public Answer apply(Request request) {
        if (!request.header("Authorization").startsWith("Basic ")) {
            return Answer.of(401, "{\"errorMessages\": [\"who are you?\"]}");
        }
        String path = request.path().replaceFirst("[?].*", "");
        return switch (path) {
            case "/rest/api/2/project/SEC" -> Answer.ok("{\"key\": \"SEC\", \"name\": \"Security\"}");
            case "/rest/api/2/search/jql" -> Answer.of(404, "{\"errorMessages\": [\"there is no such thing\"]}");
            case "/rest/api/2/search" -> Answer.ok(found(request));
            case "/rest/api/2/issue" -> make(request);
            default -> ofIssue(request, path.replaceFirst("/rest/api/2/issue/", ""));
        };
    }

    private String found(Request request) {
        return issues.entrySet().stream()
                .filter(issue -> !"done".equals(categories.get(issue.getKey())))
                .filter(issue -> labels(issue.getValue()).stream()
                        .anyMatch(label -> request.path().contains("%22" + label + "%22")))
                .map(issue -> "{\"key\": \"" + issue.getKey() + "\"}")
                .collect(Collectors.joining(",", "{\"issues\": [", "]}"));
    }

    private static List<String> labels(JsonNode issue) {
        return issue.at("/fields/labels")
                .valueStream()
                .map(JsonNode::asString)
                .filter(label -> label.contains("-"))
                .toList();
    }

    private Answer make(Request request) {
        String key = "SEC-" + (issues.size() + 1);
        issues.put(key, request.json());
        categories.put(key, "new");
        return Answer.of(201, "{\"key\": \"" + key + "\"}");
    }

    private Answer ofIssue(Request request, String rest) {
        String key = rest.replaceFirst("/.*", "");
        if (!issues.containsKey(key)) {
            return Answer.of(404, "{\"errorMessages\": [\"there is no such issue\"]}");
        }
        if (!rest.endsWith("/transitions")) {
            return Answer.ok(
                    "{\"fields\": {\"status\": {\"statusCategory\": {\"key\": \"" + categories.get(key) + "\"}}}}");
        }
        if (request.method().equals("POST")) {
            boolean done = request.json().at("/transition/id").asString().equals("31");
            categories.put(key, done ? "done" : "new");
            return Answer.of(204, "");
        }
        return Answer.ok("""
                {"transitions": [{"id": "11", "to": {"statusCategory": {"key": "new"}}},
                {"id": "31", "to": {"statusCategory": {"key": "done"}}}]}""");
    }
}
