package io.plumbline.filter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which queries of a metric-math alarm depend on which (CloudWatch guide, "Using math expressions"). */
public final class MetricMath {
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*+\"|'[^']*+'");
    private static final Pattern NAME = Pattern.compile("\\b[a-z][A-Za-z0-9_]*+");
    private static final Pattern METRICS =
            Pattern.compile("\\bMETRICS\\s*+\\(\\s*+(?<text>\"[^\"]*+\"|'[^']*+')?\\s*+\\)");
    private static final Pattern SELECT =
            Pattern.compile("\\s*+SELECT\\s.*+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SEARCH = Pattern.compile("\\bSEARCH\\s*+\\(", Pattern.CASE_INSENSITIVE);

    private MetricMath() {}

    /** What an expression is. */
    public enum Kind {
        /** Arithmetic over other queries. */
        MATH,
        /** {@code SELECT … FROM …}, which aggregates over dimensions. */
        METRICS_INSIGHTS,
        /** Uses {@code SEARCH(…)}, which finds metrics by name and dimensions. */
        SEARCH
    }

    /** What the expression is. */
    public static Kind kind(String expression) {
        if (SELECT.matcher(expression).matches()) {
            return Kind.METRICS_INSIGHTS;
        }
        return SEARCH.matcher(expression).find() ? Kind.SEARCH : Kind.MATH;
    }

    /** The query whose result the alarm watches; empty if none or several return data. */
    public static Optional<MetricQuery> watched(List<MetricQuery> queries) {
        List<MetricQuery> returning =
                queries.stream().filter(MetricQuery::returnData).toList();
        return returning.size() == 1 ? Optional.of(returning.getFirst()) : Optional.empty();
    }

    /** Whether what the alarm watches depends on the query, directly or over other queries. */
    public static boolean watches(List<MetricQuery> queries, String id) {
        return watched(queries)
                .map(watched -> dependencies(queries, watched.id()).contains(id))
                .orElse(false);
    }

    /** The ids of all queries that the query depends on, its own first; queries that refer to each other in a circle do no harm. */
    public static Set<String> dependencies(List<MetricQuery> queries, String id) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            if (found.add(next)) {
                queries.stream()
                        .filter(query -> query.id().equals(next))
                        .flatMap(query -> query.expression().stream())
                        .forEach(expression -> open.addAll(references(expression, queries)));
            }
        }
        return found;
    }

    /** The ids of the queries that the expression names, or takes in by {@code METRICS()}. */
    private static List<String> references(String expression, List<MetricQuery> queries) {
        if (kind(expression) == Kind.METRICS_INSIGHTS) {
            return List.of();
        }
        List<String> references = new ArrayList<>();
        Matcher metrics = METRICS.matcher(expression);
        while (metrics.find()) {
            references.addAll(metrics(queries, Optional.ofNullable(metrics.group("text"))));
        }
        NAME.matcher(TEXT.matcher(expression).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .filter(name -> queries.stream().anyMatch(query -> query.id().equals(name)))
                .forEach(references::add);
        return references;
    }

    /** {@code METRICS()} is every query that reads a metric; {@code METRICS("text")} those whose id holds the text. */
    private static List<String> metrics(List<MetricQuery> queries, Optional<String> quoted) {
        String wanted = quoted.map(text -> text.substring(1, text.length() - 1)).orElse("");
        return queries.stream()
                .filter(query -> query.expression().isEmpty())
                .map(MetricQuery::id)
                .filter(id -> id.contains(wanted))
                .toList();
    }
}
