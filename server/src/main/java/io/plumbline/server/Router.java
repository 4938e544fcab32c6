package io.plumbline.server;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Brings the document's operations and the server's deeds together; each operation must have one deed, and each deed its operation. */
final class Router {
    private final Document document;
    private final Gate gate;
    private final Meters meters;
    private final Replies replies = new Replies();

    Router(Document document, Gate gate, Meters meters) {
        this.document = document;
        this.gate = gate;
        this.meters = meters;
    }

    /** Makes every operation reachable. */
    void install(JavalinConfig config, List<Routes> parts) {
        Map<String, Operation> operations = document.operations();
        Map<String, Deed> deeds = new HashMap<>();
        parts.forEach(part -> part.add((id, deed) -> {
            if (deeds.put(id, deed) != null) {
                throw new IllegalStateException("two deeds for the operation " + id);
            }
        }));
        Set<String> lonely = new TreeSet<>(operations.keySet());
        lonely.removeAll(deeds.keySet());
        Set<String> unknown = new TreeSet<>(deeds.keySet());
        unknown.removeAll(operations.keySet());
        if (!lonely.isEmpty() || !unknown.isEmpty()) {
            throw new IllegalStateException("operations of openapi.yaml without a deed: " + lonely
                    + "; deeds without an operation: " + unknown);
        }
        // The first path that fits answers: /api/findings/groups must come before /api/findings/{finding}.
        operations.values().stream()
                .sorted(Comparator.comparing(
                        (Operation operation) -> operation.path().contains("{")))
                .forEach(operation -> config.routes.addHttpHandler(
                        HandlerType.findOrCreate(operation.method().name()),
                        operation.path(),
                        context -> answer(context, operation, Objects.requireNonNull(deeds.get(operation.id())))));
    }

    private void answer(Context context, Operation operation, Deed deed) {
        long started = System.nanoTime();
        try {
            Optional<Caller> caller = gate.pass(context, operation);
            replies.send(context, operation, deed.answer(new Request(context, operation, caller)));
        } catch (RuntimeException e) {
            replies.trouble(context, e);
        }
        meters.answered(operation, context.statusCode(), System.nanoTime() - started);
    }
}
