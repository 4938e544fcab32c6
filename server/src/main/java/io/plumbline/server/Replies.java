package io.plumbline.server;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Hashes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Puts answers and troubles on the wire. */
final class Replies {
    private final Logger log = LoggerFactory.getLogger(Replies.class);
    private final ObjectMapper mapper = mapper();

    /** RFC 9457. */
    private record ProblemBody(String type, String title, int status, String detail, String requestId) {}

    /** How values become JSON: what is not there is left out. */
    static ObjectMapper mapper() {
        return JsonMapper.builder()
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .build();
    }

    void send(Context context, Operation operation, Answer answer) {
        context.header("Cache-Control", "no-store");
        switch (answer) {
            case Answer.Json json -> json(context, operation, mapper.writeValueAsBytes(json.value()));
            case Answer.Text text ->
                context.status(operation.success()).contentType(text.type()).result(text.text());
            case Answer.File file -> file(context, file);
            case Answer.Redirect redirect -> context.status(302).header("Location", redirect.to());
            case Answer.Page page ->
                context.status(page.status())
                        .contentType("text/html; charset=utf-8")
                        .result(page.html());
            case Answer.Nothing nothing -> context.status(operation.success());
            case Answer.Done done -> {}
        }
    }

    private static void json(Context context, Operation operation, byte[] body) {
        if (operation.method() == Operation.Method.GET) {
            String tag = '"' + Hashes.sha256(body) + '"';
            context.header("ETag", tag);
            context.header("Cache-Control", "no-cache, private");
            if (tag.equals(context.header("If-None-Match"))) {
                context.status(304);
                return;
            }
        }
        context.status(operation.success()).contentType("application/json").result(body);
    }

    private static void file(Context context, Answer.File file) {
        context.status(200).contentType(file.type());
        context.header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        try (OutputStream out = new BufferedOutputStream(context.outputStream())) {
            file.content().accept(out);
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be sent", e);
        }
    }

    /** Says what went wrong. What we did not foresee is told to the log and not to the caller. */
    void trouble(Context context, RuntimeException thrown) {
        switch (thrown) {
            case Problem problem -> problem(context, problem.status(), problem.title(), problem.detail());
            case BadInput bad ->
                problem(
                        context,
                        400,
                        "The request is not right",
                        Optional.ofNullable(bad.getMessage()).orElse(""));
            default -> {
                log.error(
                        "request {} failed: {} {}\n{}",
                        id(context),
                        context.method(),
                        context.path(),
                        Traces.of(thrown));
                problem(
                        context,
                        500,
                        "Unexpected trouble",
                        "This is a mistake in Plumbline. The server's log tells more under the number of this request.");
            }
        }
    }

    void problem(Context context, int status, String title, String detail) {
        if (status == 401) {
            context.header("WWW-Authenticate", "Bearer");
        }
        context.header("Cache-Control", "no-store");
        context.status(status)
                .contentType("application/problem+json")
                .result(mapper.writeValueAsBytes(new ProblemBody("about:blank", title, status, detail, id(context))));
    }

    private static String id(Context context) {
        return Optional.ofNullable(context.res().getHeader(SecurityHeaders.REQUEST_ID))
                .orElse("");
    }
}
