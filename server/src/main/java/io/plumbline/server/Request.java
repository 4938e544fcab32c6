package io.plumbline.server;

import io.javalin.http.Context;
import io.plumbline.ledger.Paging;
import io.plumbline.ledger.Visible;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A request whose caller is known and whose parameters and body have the form that the document gives them. */
final class Request {
    private static final int MOST_BYTES = 4 << 20;

    private final Context context;
    private final Operation operation;
    private final Optional<Caller> caller;
    private final Function<Parameter, List<String>> given;

    /**
     * Checks everything that the document says of it.
     *
     * @throws Problem if something is wrong with it
     */
    Request(Context context, Operation operation, Optional<Caller> caller) {
        this(context, operation, caller, parameter -> sent(context, parameter));
        Set<String> unknown = new TreeSet<>(context.queryParamMap().keySet());
        operation.parameters().forEach(parameter -> unknown.remove(parameter.name()));
        if (!unknown.isEmpty() && !operation.more()) {
            throw Problem.badRequest("There is no parameter '"
                    + unknown.iterator().next() + "' here. "
                    + (operation.parameters().isEmpty()
                            ? "It takes none."
                            : "There are: "
                                    + String.join(
                                            ", ",
                                            operation.parameters().stream()
                                                    .map(Parameter::name)
                                                    .toList())
                                    + "."));
        }
        if (operation.bodyType().isPresent()) {
            checkBody(operation.bodyType().get());
        }
    }

    private Request(
            Context context, Operation operation, Optional<Caller> caller, Function<Parameter, List<String>> given) {
        this.context = context;
        this.operation = operation;
        this.caller = caller;
        this.given = given;
        operation.parameters().forEach(parameter -> parameter.check(values(parameter)));
    }

    /** Another question in this one's place, which somebody asks who may see no more. */
    Request instead(Operation other, Caller asker, Map<String, List<String>> parameters) {
        return new Request(
                context, other, Optional.of(asker), parameter -> parameters.getOrDefault(parameter.name(), List.of()));
    }

    private void checkBody(String type) {
        String given = Optional.ofNullable(context.contentType())
                .orElse("")
                .replaceFirst(";.*", "")
                .strip();
        if (!given.equalsIgnoreCase(type)) {
            throw Problem.wrongMedia(
                    "The body must be " + type + " and is " + (given.isEmpty() ? "of no type" : given) + ".");
        }
        String body = body();
        operation.body().ifPresent(schema -> schema.check(body));
    }

    private List<String> values(Parameter parameter) {
        return given.apply(parameter);
    }

    private static List<String> sent(Context context, Parameter parameter) {
        return switch (parameter.place()) {
            case PATH -> List.of(context.pathParam(parameter.name()));
            case QUERY ->
                context.queryParams(parameter.name()).stream()
                        .filter(value -> !value.isEmpty())
                        .toList();
        };
    }

    private Parameter parameter(String name) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "openapi.yaml has no parameter '" + name + "' for " + operation.id()));
    }

    /** Who asks. */
    Caller caller() {
        return caller.orElseThrow(Problem::notSignedIn);
    }

    /** Who asks, where one need not be signed in. */
    Optional<Caller> perhaps() {
        return caller;
    }

    /** Where it came from. */
    String address() {
        return context.ip();
    }

    /** A parameter that is given or has a standard value. */
    String text(String name) {
        return optional(name).orElseThrow(() -> Problem.badRequest("The parameter '" + name + "' is missing."));
    }

    /** A parameter that may be left out. */
    Optional<String> optional(String name) {
        Parameter parameter = parameter(name);
        return values(parameter).stream().findFirst().or(parameter::standard);
    }

    /** A parameter that may be given several times; empty if it is not given. */
    List<String> texts(String name) {
        return values(parameter(name));
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }

    Optional<LocalDate> day(String name) {
        return optional(name).map(LocalDate::parse);
    }

    Optional<Instant> moment(String name) {
        return optional(name).map(Instant::parse);
    }

    /** The accounts that {@code account} names, of those that the caller may see; all of these where it is not given. */
    Visible visible() {
        List<String> accounts = texts("account");
        return accounts.isEmpty() ? caller().visible() : caller().visible().and(Set.copyOf(accounts));
    }

    /** The page that is asked for. */
    Paging paging() {
        return new Paging(number("page"), number("size"));
    }

    /** The body's text, UTF-8. */
    String body() {
        byte[] bytes = context.bodyAsBytes();
        if (bytes.length > MOST_BYTES) {
            throw Problem.tooLarge("A body has at most " + (MOST_BYTES >> 20) + " MiB.");
        }
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The JSON body as a record. */
    <T> T body(Class<T> type) {
        try {
            return JsonMapper.shared().readValue(body(), type);
        } catch (JacksonException e) {
            throw Problem.badRequest("The body cannot be read: " + e.getOriginalMessage());
        }
    }

    /** The cookies that came with it. */
    Map<String, String> cookies() {
        return context.cookieMap();
    }

    /** For what only some answers need: headers, streams. */
    Context context() {
        return context;
    }
}
