package io.plumbline.cli;

import java.time.Duration;
import java.util.function.Predicate;

/** Something that can go wrong on the way to AWS, or there. */
enum Fault {
    DENIED,
    THROTTLED_TWICE,
    THROTTLED,
    BROKEN,
    EXPIRED,
    CUT,
    HALF_AN_ANSWER,
    SLOW,
    /** Bytes that belong to no format. */
    NOISE,
    /** The page of a proxy or a sign-in gate that stands in the way: well-formed, and no answer of AWS. */
    SOMEONES_PAGE,
    EMPTY,
    /** Nested so deep that a parser that calls itself runs out of stack. */
    ABYSS;

    private static final Duration SLOWNESS = Duration.ofMillis(150);
    private static final int DEPTH = 100_000;

    /** A fault and whom it befalls. */
    record Rule(Predicate<Asked> where, Fault fault) {}

    Rule when(Predicate<Asked> where) {
        return new Rule(where, this);
    }

    /**
     * What comes back.
     *
     * @param before how often the very same was asked before
     */
    Reply reply(Asked asked, int before) throws InterruptedException {
        ErrorFormat format = ErrorFormat.of(asked);
        return switch (this) {
            case DENIED -> format.denied(asked);
            case THROTTLED_TWICE -> before < 2 ? format.throttled() : new Reply.Honest();
            case THROTTLED -> format.throttled();
            case BROKEN -> format.broken();
            case EXPIRED -> format.expired();
            case CUT -> new Reply.Cut();
            case HALF_AN_ANSWER -> new Reply.Half();
            case SLOW -> {
                Thread.sleep(SLOWNESS);
                yield new Reply.Honest();
            }
            case NOISE -> new Reply.Answer(200, type(format), "", "\u0000\u0001<<<{{{\u00ff]]>\"\\u12");
            case SOMEONES_PAGE ->
                new Reply.Answer(
                        200, "text/html", "", "<!DOCTYPE html>\n<html><body><h1>Please sign in</h1></body></html>");
            case EMPTY -> new Reply.Answer(200, type(format), "", "");
            case ABYSS -> new Reply.Answer(200, type(format), "", abyss(format));
        };
    }

    private static String type(ErrorFormat format) {
        return switch (format) {
            case EC2, QUERY -> "text/xml";
            case REST_XML -> "application/xml";
            case JSON -> "application/x-amz-json-1.1";
            case REST_JSON -> "application/json";
        };
    }

    private static String abyss(ErrorFormat format) {
        return switch (format) {
            case EC2, QUERY, REST_XML -> "<a>".repeat(DEPTH) + "</a>".repeat(DEPTH);
            case JSON, REST_JSON -> "{\"a\":".repeat(DEPTH) + "1" + "}".repeat(DEPTH);
        };
    }
}
