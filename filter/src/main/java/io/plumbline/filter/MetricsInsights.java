package io.plumbline.filter;

import java.util.Locale;
import java.util.Optional;

/**
 * A Metrics Insights query (CloudWatch guide, "Metrics Insights query language"), as far as it says which metric it aggregates.
 *
 * @param function {@code AVG}, {@code COUNT}, {@code MAX}, {@code MIN} or {@code SUM}, in upper case
 * @param filtered whether a WHERE leaves out some of the metric's dimensions
 * @param grouped whether a GROUP BY makes one series a group
 */
public record MetricsInsights(String function, String metric, String namespace, boolean filtered, boolean grouped) {

    /** Reads a query; the clauses behind FROM are looked at no further than the record tells. */
    public static Parse<MetricsInsights> parse(String expression) {
        return Cursor.parse(expression, MetricsInsights::query);
    }

    /** Whether the query reads the metric. */
    public boolean reads(String otherNamespace, String otherMetric) {
        return namespace.equals(otherNamespace) && metric.equals(otherMetric);
    }

    private static MetricsInsights query(Cursor cursor) {
        keyword(cursor, "SELECT");
        cursor.skipSpace();
        String function = cursor.takeWhile(Cursor::isAsciiLetterOrDigit).toUpperCase(Locale.ROOT);
        open(cursor);
        String metric = name(cursor);
        close(cursor);
        keyword(cursor, "FROM");
        cursor.skipSpace();
        String namespace;
        if (cursor.takeKeyword("SCHEMA", true)) {
            open(cursor);
            namespace = name(cursor);
            cursor.skipSpace();
            while (cursor.take(",")) {
                name(cursor);
                cursor.skipSpace();
            }
            close(cursor);
        } else {
            namespace = name(cursor);
        }
        boolean filtered = false;
        boolean grouped = false;
        cursor.skipSpace();
        while (!cursor.atEnd()) {
            Optional<String> word = token(cursor);
            filtered |= word.filter("WHERE"::equalsIgnoreCase).isPresent();
            grouped |= word.filter("GROUP"::equalsIgnoreCase).isPresent();
            cursor.skipSpace();
        }
        return new MetricsInsights(function, metric, namespace, filtered, grouped);
    }

    /** The next word without quotes; empty for anything else, which is skipped. */
    private static Optional<String> token(Cursor cursor) {
        char next = cursor.peek();
        if (next == '"' || next == '\'') {
            cursor.takeQuoted(next);
            return Optional.empty();
        }
        String word = cursor.takeWhile(Cursor::isWord);
        if (word.isEmpty()) {
            cursor.take(String.valueOf(next));
            return Optional.empty();
        }
        return Optional.of(word);
    }

    private static String name(Cursor cursor) {
        cursor.skipSpace();
        String name = cursor.peek() == '"'
                ? cursor.takeQuoted('"')
                : cursor.takeWhile(c -> Cursor.isWord(c) || c == '.' || c == '/' || c == '-' || c == ':' || c == '#');
        if (name.isEmpty()) {
            throw cursor.refuse("a name is expected");
        }
        return name;
    }

    private static void keyword(Cursor cursor, String keyword) {
        cursor.skipSpace();
        if (!cursor.takeKeyword(keyword, true)) {
            throw cursor.refuse(keyword + " is expected");
        }
    }

    private static void open(Cursor cursor) {
        cursor.skipSpace();
        cursor.expect("(");
    }

    private static void close(Cursor cursor) {
        cursor.skipSpace();
        cursor.expect(")");
    }
}
