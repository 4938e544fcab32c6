package io.plumbline.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Comes to a verdict from what the filters of a control do with its witnesses. */
final class Judgement {
    private static final int NAMES_IN_REASON = 20;

    private final List<Witness> wanted;
    private final List<Integer> counted;
    private final List<FilterMatches> filters;
    private final List<FilterMatches> relevant;
    private final List<Specific> specific;
    private final List<Specific> useful;

    /**
     * Judges filters.
     *
     * @param wanted all positive witnesses
     * @param counted the indices of those that count
     */
    Judgement(List<Witness> wanted, List<Integer> counted, List<FilterMatches> filters) {
        this.wanted = wanted;
        this.counted = counted;
        this.filters = filters;
        this.relevant = filters.stream().filter(FilterMatches::isRelevant).toList();
        this.specific = filters.stream()
                .map(filter -> new Specific(filter, filter.specific()))
                .toList();
        this.useful =
                specific.stream().filter(judged -> judged.filter().isUseful()).toList();
    }

    /** A filter and the readings under which it matches no negative witness, computed once. */
    private record Specific(FilterMatches filter, Match readings) {
        Match match(int witness) {
            return filter.positives().get(witness).match().and(readings);
        }
    }

    FilterVerdict verdict() {
        Match satisfied = counted.stream().map(i -> union(specific, i)).reduce(Match.ALWAYS, Match::and);
        Optional<String> unsupported = first(filters, FilterMatches::unsupported);
        if (satisfied.answer() == Answer.TRUE) {
            return new FilterVerdict(
                    Answer.TRUE,
                    List.of(),
                    List.of(),
                    List.of(),
                    warnings(),
                    Optional.empty(),
                    "matches every event that it has to match and none that it must not");
        }
        Optional<String> parseError = first(filters, FilterMatches::parseError);
        List<String> missing = names(match -> match.answer() == Answer.FALSE);
        List<String> unsure = names(match -> match.answer() == Answer.UNKNOWN).stream()
                .filter(name -> !missing.contains(name))
                .toList();
        List<String> tooMuch = tooMuch();
        if (unsupported.isPresent()) {
            // What the others lack, the filter that we cannot judge may match.
            List<String> open = names(match -> match.answer() != Answer.TRUE);
            return new FilterVerdict(
                    Answer.UNKNOWN, List.of(), open, tooMuch, warnings(), parseError, unsupported.get());
        }
        String reason = satisfied.answer() == Answer.UNKNOWN
                ? openQuestions(satisfied, unsure)
                : shortcomings(parseError, missing, unsure, tooMuch);
        return new FilterVerdict(satisfied.answer(), missing, unsure, tooMuch, warnings(), parseError, reason);
    }

    private static String openQuestions(Match satisfied, List<String> unsure) {
        String questions =
                satisfied.ambiguities().stream().map(Ambiguity::question).collect(Collectors.joining(" and "));
        return "it is open " + questions + (unsure.isEmpty() ? "" : ": " + listed(unsure));
    }

    private String shortcomings(
            Optional<String> parseError, List<String> missing, List<String> unsure, List<String> tooMuch) {
        List<String> reasons = new ArrayList<>(parseError.stream().toList());
        if (filters.size() > 1 || parseError.isEmpty()) {
            addTo(reasons, "does not match ", missing);
            addTo(reasons, "matches only some callers or regions of ", partly(missing));
            addTo(reasons, "may not match ", unsure);
            addTo(reasons, "also matches ", tooMuch);
        }
        return String.join("; ", reasons);
    }

    /** Under which readings one of the filters matches the wanted witness while it matches no negative one. */
    private static Match union(List<Specific> filters, int witness) {
        Match union = Match.NEVER;
        for (Specific filter : filters) {
            union = union.or(filter.match(witness));
        }
        return union;
    }

    /** What to tell about a witness: what the useful filters do with it, or, if all are too broad, what any does. */
    private Match told(int witness) {
        if (!useful.isEmpty()) {
            return union(useful, witness);
        }
        return filters.stream()
                .map(filter -> filter.positives().get(witness).match())
                .reduce(Match.NEVER, Match::or);
    }

    /** The names of the witnesses of whose match this holds, in the order of the benchmark. */
    private List<String> names(Predicate<Match> holds) {
        return distinct(counted.stream()
                .filter(i -> holds.test(told(i)))
                .map(i -> wanted.get(i).name())
                .toList());
    }

    /** Of the missing names, those of which some witness is matched. */
    private List<String> partly(List<String> missing) {
        Set<String> matched = counted.stream()
                .filter(i -> told(i).answer() != Answer.FALSE)
                .map(i -> wanted.get(i).name())
                .collect(Collectors.toSet());
        return missing.stream().filter(matched::contains).toList();
    }

    private List<String> tooMuch() {
        return distinct(relevant.stream()
                .flatMap(filter -> filter.negatives().stream())
                .filter(hit -> hit.match().answer() != Answer.FALSE)
                .map(hit -> hit.witness().name())
                .toList());
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        List<String> noisy = distinct(relevant.stream()
                .flatMap(filter -> filter.warnings().stream())
                .filter(hit -> hit.match().answer() != Answer.FALSE)
                .map(hit -> hit.witness().name())
                .toList());
        addTo(warnings, "also matches ", noisy);
        List<FilterMatches.Hit> advised =
                relevant.stream().flatMap(filter -> filter.advised().stream()).toList();
        Set<String> matched = advised.stream()
                .filter(hit -> hit.match().answer() != Answer.FALSE)
                .map(hit -> hit.witness().name())
                .collect(Collectors.toSet());
        List<String> unmatched = distinct(advised.stream()
                .map(hit -> hit.witness().name())
                .filter(name -> !matched.contains(name))
                .toList());
        addTo(warnings, "does not match, though the benchmark does not ask for it, ", unmatched);
        return warnings;
    }

    private static Optional<String> first(
            List<FilterMatches> filters, Function<FilterMatches, Optional<String>> failure) {
        return filters.stream()
                .flatMap(filter -> failure.apply(filter).stream())
                .findFirst();
    }

    private static void addTo(List<String> sentences, String start, List<String> names) {
        if (!names.isEmpty()) {
            sentences.add(start + listed(names));
        }
    }

    private static String listed(List<String> names) {
        int more = names.size() - NAMES_IN_REASON;
        String listed = String.join(", ", names.subList(0, Math.min(names.size(), NAMES_IN_REASON)));
        return more > 0 ? listed + " and " + more + " more" : listed;
    }

    private static List<String> distinct(List<String> names) {
        return names.stream().distinct().toList();
    }
}
