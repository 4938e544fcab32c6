package io.plumbline.filter;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of parsing a text. Parsers of this room answer for every text, never with an exception.
 *
 * @param <T> what the text says
 */
public sealed interface Parse<T> {

    /** The text is well formed and we know what it means. */
    record Parsed<T>(T result) implements Parse<T> {}

    /** AWS takes such a text, but we do not know for sure what it makes of it. */
    record Unsupported<T>(String reason) implements Parse<T> {}

    /**
     * AWS would refuse the text.
     *
     * @param position where in the text, in UTF-16 units counted from 0
     */
    record ParseError<T>(int position, String reason) implements Parse<T> {
        @Override
        public String toString() {
            return "syntax error at character " + (position + 1) + ": " + reason;
        }
    }

    /** What the text says, if we know. */
    default Optional<T> value() {
        return this instanceof Parsed<T> parsed ? Optional.of(parsed.result()) : Optional.empty();
    }

    /** Why there is no value, as text for a person; empty if there is one. */
    default Optional<String> failure() {
        return switch (this) {
            case Parsed<T> _ -> Optional.empty();
            case Unsupported<T> unsupported -> Optional.of("unsupported style: " + unsupported.reason());
            case ParseError<T> error -> Optional.of(error.toString());
        };
    }

    /** Turns the value into another, and leaves failures as they are. */
    default <R> Parse<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Parsed<T> parsed -> new Parsed<>(change.apply(parsed.result()));
            case Unsupported<T> unsupported -> new Unsupported<>(unsupported.reason());
            case ParseError<T> error -> new ParseError<>(error.position(), error.reason());
        };
    }
}
