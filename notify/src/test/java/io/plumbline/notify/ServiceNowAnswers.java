package io.plumbline.notify;

import io.plumbline.notify.HttpStand.Answer;
import io.plumbline.notify.HttpStand.Request;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** The incidents of an instance of ServiceNow; one in state 7 is closed for good. */
final class ServiceNowAnswers implements Function<Request, Answer> {
    private static final String TABLE = "/api/now/table/incident";

    private final Map<String, ObjectNode> records = new ConcurrentSkipListMap<>();

    @Override
    public Answer apply(Request request) {
        if (!request.header("Authorization").startsWith("Basic ")) {
            return Answer.of(401, "{\"error\": {\"message\": \"User Not Authenticated\"}}");
        }
        if (request.is("GET", TABLE)) {
            return Answer.ok(records.values().stream()
                    .filter(record -> request.path()
                            .contains(record.path("correlation_id").asString()))
                    .filter(record -> !record.path("state").asString("1").matches("[67]"))
                    .map(ObjectNode::toString)
                    .collect(Collectors.joining(",", "{\"result\": [", "]}")));
        }
        if (request.method().equals("POST")) {
            ObjectNode record = (ObjectNode) request.json();
            record.put("sys_id", "id" + (records.size() + 1));
            records.put(record.path("sys_id").asString(), record);
            return Answer.of(201, "{\"result\": " + record + "}");
        }
        ObjectNode record = records.get(request.path().replace(TABLE + "/", ""));
        if (record == null) {
            return Answer.of(404, "{\"error\": {\"message\": \"No Record found\"}}");
        }
        if (record.path("state").asString("").equals("7")) {
            return Answer.of(403, "{\"error\": {\"message\": \"Operation Failed\"}}");
        }
        new TreeMap<>(Map.copyOf(fields(request))).forEach(record::put);
        return Answer.ok("{\"result\": " + record + "}");
    }

    private static Map<String, String> fields(Request request) {
        return request.json().properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString()));
    }

    /** What people do after some days. */
    void closeAllForGood() {
        records.values().forEach(record -> record.put("state", "7"));
    }
}
