package io.plumbline.filter;

import java.util.ArrayList;
import java.util.List;

/** Reads filter patterns: with braces, with brackets, or terms. */
final class PatternParser {
    private final Cursor cursor;
    private int regexes;

    private PatternParser(Cursor cursor) {
        this.cursor = cursor;
    }

    static Parse<FilterPattern> parse(String text) {
        if (text.stripLeading().startsWith("[")) {
            return new Parse.Unsupported<>("a space-delimited pattern in brackets; CloudTrail events are JSON");
        }
        return Cursor.parse(text, cursor -> new PatternParser(cursor).pattern());
    }

    private FilterPattern pattern() {
        cursor.skipSpace();
        if (cursor.atEnd()) {
            return new FilterPattern.EveryEvent();
        }
        if (cursor.take("{")) {
            Expression expression = new ExpressionParser(cursor, this::regex).expression();
            cursor.expect("}");
            return new FilterPattern.JsonPattern(expression);
        }
        return new FilterPattern.TermPattern(terms());
    }

    private List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        while (!cursor.atEnd()) {
            terms.add(term());
            int end = cursor.position();
            cursor.skipSpace();
            if (!cursor.atEnd() && cursor.position() == end) {
                throw cursor.refuse("a term with other characters than letters and digits stands in double quotes");
            }
        }
        long optional = terms.stream().filter(Term::isOptional).count();
        if (optional > 0 && optional < terms.size()) {
            cursor.leaveUnjudged("optional terms mixed with others");
            return terms.stream().filter(Term::isOptional).toList();
        }
        return terms;
    }

    private Term term() {
        Term.Sign sign = Term.Sign.REQUIRED;
        if (cursor.take("?")) {
            sign = Term.Sign.OPTIONAL;
        } else if (cursor.take("-")) {
            sign = Term.Sign.EXCLUDED;
        }
        return switch (cursor.peek()) {
            case '"' -> new Term(sign, new Term.Phrase(cursor.takeQuoted('"')));
            case '%' -> new Term(sign, new Term.Matching(regex()));
            default -> new Term(sign, new Term.Phrase(word()));
        };
    }

    private String word() {
        String word = cursor.takeWhile(PatternParser::isBare);
        if (word.isEmpty()) {
            throw cursor.refuse("a term is expected");
        }
        if (word.indexOf('*') >= 0) {
            cursor.leaveUnjudged("an asterisk in a term");
        }
        return word;
    }

    private Regex regex() {
        int start = cursor.position();
        if (++regexes > FilterPattern.MOST_REGEXES) {
            throw cursor.refuse("a pattern holds at most " + FilterPattern.MOST_REGEXES + " regular expressions");
        }
        cursor.expect("%");
        String source = cursor.takeUntil('%', "regular expression");
        return switch (Regex.parse(source)) {
            case Parse.Parsed<Regex> parsed -> parsed.result();
            case Parse.ParseError<Regex> error -> throw cursor.refuse(start + 1 + error.position(), error.reason());
            case Parse.Unsupported<Regex> unsupported -> {
                cursor.leaveUnjudged(unsupported.reason());
                yield Regex.NOTHING;
            }
        };
    }

    /** Whether the character may stand in a word without quotes (monitoring spec, "bare word"). */
    static boolean isBare(int c) {
        return Cursor.isAsciiLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '*' || c == '/';
    }
}
