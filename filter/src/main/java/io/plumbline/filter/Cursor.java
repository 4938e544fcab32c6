package io.plumbline.filter;

import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A place in a text that is being parsed: the one scanner under all parsers of this room. */
final class Cursor {
    /** Far more than any AWS limit (patterns 1,024, criteria 2,000, rules 10,240 characters), so that hostile text ends soon. */
    static final int LONGEST = 65_536;
    /** More than anybody nests, and few enough for printing, comparing and evaluating on a small stack. */
    static final int DEEPEST = 128;

    private final String text;
    private int position;
    private int depth;
    private @Nullable String unsupported;

    private Cursor(String text) {
        this.text = text;
    }

    /** Parses the whole text; the parser refuses by throwing what {@link #refuse} makes. */
    static <T> Parse<T> parse(String text, Function<Cursor, T> parser) {
        if (text.length() > LONGEST) {
            return new Parse.ParseError<>(LONGEST, "longer than " + LONGEST + " characters");
        }
        Cursor cursor = new Cursor(text);
        try {
            T result = parser.apply(cursor);
            cursor.skipSpace();
            if (!cursor.atEnd()) {
                throw cursor.refuse("nothing is expected here any more");
            }
            return cursor.unsupported == null
                    ? new Parse.Parsed<>(result)
                    : new Parse.Unsupported<>(cursor.unsupported);
        } catch (Refused e) {
            return new Parse.ParseError<>(e.position, e.reason);
        }
    }

    int position() {
        return position;
    }

    boolean atEnd() {
        return position == text.length();
    }

    /** The next character; the NUL character at the end. */
    char peek() {
        return atEnd() ? '\0' : text.charAt(position);
    }

    void skipSpace() {
        while (!atEnd() && Character.isWhitespace(peek())) {
            position++;
        }
    }

    boolean take(String token) {
        if (text.startsWith(token, position)) {
            position += token.length();
            return true;
        }
        return false;
    }

    void expect(String token) {
        if (!take(token)) {
            throw refuse("'" + token + "' is expected");
        }
    }

    /** Takes a keyword that no letter, digit or underscore follows. */
    boolean takeKeyword(String keyword, boolean ignoringCase) {
        int end = position + keyword.length();
        boolean here = text.regionMatches(ignoringCase, position, keyword, 0, keyword.length());
        if (!here || (end < text.length() && isWord(text.charAt(end)))) {
            return false;
        }
        position = end;
        return true;
    }

    String takeWhile(IntPredicate wanted) {
        int start = position;
        while (!atEnd() && wanted.test(peek())) {
            position++;
        }
        return text.substring(start, position);
    }

    /** Takes what stands before the delimiter, and the delimiter; the cursor is behind an opening delimiter. */
    String takeUntil(char delimiter, String what) {
        int end = text.indexOf(delimiter, position);
        if (end < 0) {
            throw refuse("the " + what + " has no end");
        }
        String taken = text.substring(position, end);
        position = end + 1;
        return taken;
    }

    /** Takes a string within the given quotes; a backslash before a quote or a backslash makes it a plain character. */
    String takeQuoted(char quote) {
        int start = position;
        expect(String.valueOf(quote));
        StringBuilder taken = new StringBuilder();
        while (!atEnd()) {
            char next = text.charAt(position++);
            if (next == quote) {
                return taken.toString();
            }
            boolean escapes = next == '\\' && (peek() == quote || peek() == '\\');
            taken.append(escapes ? text.charAt(position++) : next);
        }
        position = start;
        throw refuse("the string has no closing quote");
    }

    void enter() {
        if (++depth > DEEPEST) {
            throw refuse("nested more than " + DEEPEST + " deep");
        }
    }

    void leave() {
        depth--;
    }

    /** Remembers that the text holds something that we do not judge; parsing goes on, since an error would say more. */
    void leaveUnjudged(String reason) {
        if (unsupported == null) {
            unsupported = reason;
        }
    }

    Refused refuse(String reason) {
        return refuse(position, reason);
    }

    Refused refuse(int at, String reason) {
        return new Refused(at, atEnd() && at == position ? reason + ", but the text ends" : reason);
    }

    static boolean isWord(int character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    static boolean isAsciiLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** The text does not follow the grammar. Never leaves {@link #parse}. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int position;
        private final String reason;

        private Refused(int position, String reason) {
            super(reason, null, false, false);
            this.position = position;
            this.reason = reason;
        }
    }
}
