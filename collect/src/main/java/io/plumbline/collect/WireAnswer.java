package io.plumbline.collect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * An answer as it stood on the wire, read to its end.
 *
 * @param status of HTTP, or {@link #SILENCE} where a connection broke before there was one; the body then says how
 */
record WireAnswer(int status, String contentType, byte[] body, SdkHttpResponse head) {
    static final int SILENCE = 0;

    private static final int LOOK_AT = 2_000;

    /** Where an HTML page starts, after a byte order mark, an XML declaration and comments. */
    private static final Pattern PAGE = Pattern.compile(
            "\\A\\uFEFF?\\s*+(?:<\\?[^>]*+>\\s*+|<!--.*?-->\\s*+)*+<(?:!doctype\\s++html|html)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /**
     * Why this is no answer of AWS; empty if it is one. Without this question the SDK makes an empty list of the page
     * of a proxy or of an answer without a body, and a rule would judge that there is nothing. The content type does not tell: stand-ins
     * for AWS send any.
     */
    Optional<String> foreign(String method) {
        if (status == SILENCE) {
            return Optional.of(new String(body, StandardCharsets.UTF_8));
        }
        if (status >= 300) {
            return Optional.empty();
        }
        if (body.length == 0) {
            return status == 200 && !method.equals("HEAD")
                    ? Optional.of("the answer has no body: something between here and AWS cut it off")
                    : Optional.empty();
        }
        String start = new String(body, 0, Math.min(body.length, LOOK_AT), StandardCharsets.UTF_8);
        return PAGE.matcher(start).find()
                ? Optional.of("the answer is an HTML page: something between here and AWS sent it, such as a proxy")
                : Optional.empty();
    }

    /** What a broken connection leaves, so that a recording has it too and a replay breaks at the same place. */
    static WireAnswer silence(IOException broken) {
        String how = Optional.ofNullable(broken.getMessage())
                .orElseGet(() -> broken.getClass().getSimpleName());
        return of(SILENCE, "text/plain", "", how.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer out of a recording. */
    static WireAnswer of(int status, String contentType, String errorCode, byte[] body) {
        SdkHttpResponse.Builder head = SdkHttpResponse.builder()
                .statusCode(status)
                .putHeader("Content-Type", contentType)
                .putHeader("Content-Length", String.valueOf(body.length));
        if (!errorCode.isEmpty()) {
            head.putHeader("x-amzn-ErrorType", errorCode);
        }
        return new WireAnswer(status, contentType, body, head.build());
    }

    HttpExecuteResponse toResponse() {
        return HttpExecuteResponse.builder()
                .response(head)
                .responseBody(MeteredHttpClient.stream(body))
                .build();
    }
}
