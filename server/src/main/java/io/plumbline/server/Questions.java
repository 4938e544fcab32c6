package io.plumbline.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The server's own operations, asked from within: each answer is the one that the same person would get over HTTP. */
final class Questions {
    private final Map<String, Operation> operations;
    private final Map<String, Deed> deeds = new HashMap<>();
    private final ObjectMapper mapper = Replies.mapper();

    /** @param parts where the deeds are that may be asked for */
    Questions(Document document, List<Routes> parts) {
        this.operations = document.operations();
        parts.forEach(part -> part.add(deeds::put));
    }

    /** Asks in a request's place, as somebody who may see no more than who sent it. */
    Asker as(Caller caller, Request request) {
        return new Asker(caller, request);
    }

    /** Somebody who asks. */
    final class Asker {
        private final Caller caller;
        private final Request request;

        private Asker(Caller caller, Request request) {
            this.caller = caller;
            this.request = request;
        }

        /**
         * What an operation answers.
         *
         * @param parameters by their names, those of the path too
         * @throws Problem if the operation is not for who asks, or cannot be done as asked
         */
        JsonNode ask(String id, Map<String, List<String>> parameters) {
            Operation operation = Optional.ofNullable(operations.get(id))
                    .orElseThrow(() -> new IllegalArgumentException("openapi.yaml has no operation " + id));
            Deed deed = Optional.ofNullable(deeds.get(id))
                    .orElseThrow(
                            () -> new IllegalArgumentException("the operation " + id + " is not asked from within"));
            if (!caller.role().covers(operation.role()) || operation.everything() && !caller.everything()) {
                throw Problem.forbidden("It takes what is in " + operation.path() + ", which is not for you.");
            }
            return switch (deed.answer(request.instead(operation, caller, parameters))) {
                // Not valueToTree: what stands in a record as JSON already would stay a text there.
                case Answer.Json json -> mapper.readTree(mapper.writeValueAsBytes(json.value()));
                case Answer other ->
                    throw new IllegalArgumentException("the operation " + id + " answers with a "
                            + other.getClass().getSimpleName() + " and not with JSON");
            };
        }

        /**
         * The items of a list, page by page.
         *
         * @param most how many are wanted
         * @return how many there are
         */
        long items(String id, Map<String, List<String>> parameters, long most, Consumer<JsonNode> each) {
            Map<String, List<String>> asked = new HashMap<>(parameters);
            long given = 0;
            for (int page = 1; ; page++) {
                int size = size(most);
                asked.put("page", List.of(Integer.toString(page)));
                asked.put("size", List.of(Integer.toString(size)));
                JsonNode answer = ask(id, asked);
                JsonNode items = answer.path("items");
                for (int i = 0; i < items.size() && given < most; i++, given++) {
                    each.accept(items.path(i));
                }
                if (given >= most || items.size() < size) {
                    return answer.path("total").asLong();
                }
            }
        }

        /** Where none is wanted, a page of one still tells how many there are. */
        private static int size(long most) {
            return (int) Math.clamp(most, 1, io.plumbline.ledger.Paging.MOST);
        }
    }
}
