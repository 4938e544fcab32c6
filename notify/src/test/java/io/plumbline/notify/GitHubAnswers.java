package io.plumbline.notify;

import io.plumbline.notify.HttpStand.Answer;
import io.plumbline.notify.HttpStand.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A repository on GitHub. */
final class GitHubAnswers implements Function<Request, Answer> {
    private static final String ISSUES = "/repos/example/security/issues";

    private final List<ObjectNode> issues = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Answer apply(Request request) {
        if (!request.header("Authorization").equals("Bearer " + Stand.SECRET)) {
            return Answer.of(401, "{\"message\": \"Bad credentials\"}");
        }
        if (request.path().equals("/repos/example/security")) {
            return Answer.ok("{\"full_name\": \"example/security\"}");
        }
        if (request.is("GET", ISSUES + "?")) {
            return Answer.ok(issues.stream()
                    .filter(issue -> issue.path("state").asString().equals("open"))
                    .map(JsonNode::toString)
                    .collect(Collectors.joining(",", "[", "]")));
        }
        if (request.method().equals("POST") && request.path().equals(ISSUES)) {
            ObjectNode issue = (ObjectNode) request.json();
            issue.put("number", issues.size() + 1)
                    .put("state", "open")
                    .put("html_url", "https://github.example.com" + ISSUES + "/" + (issues.size() + 1));
            issues.add(issue);
            return Answer.of(201, issue.toString());
        }
        String number = request.path().replace(ISSUES + "/", "").replaceFirst("/.*", "");
        if (!number.matches("\\d+") || Integer.parseInt(number) > issues.size()) {
            return Answer.of(404, "{\"message\": \"Not Found\"}");
        }
        ObjectNode issue = issues.get(Integer.parseInt(number) - 1);
        if (request.method().equals("PATCH")) {
            issue.set("state", request.json().path("state"));
        }
        return Answer.ok(issue.toString());
    }
}
