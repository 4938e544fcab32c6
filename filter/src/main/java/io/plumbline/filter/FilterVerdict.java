package io.plumbline.filter;

import java.util.List;
import java.util.Optional;

/**
 * Whether a filter, or several together, satisfy a monitoring control.
 *
 * @param satisfied UNKNOWN if the style is not supported, or if the answer depends on what AWS leaves open
 * @param missing the events that have to match and do not, by name, in the order of the benchmark; empty if satisfied
 * @param unsure those that match under some readings only; empty unless UNKNOWN or FALSE
 * @param matchesTooMuch the events that must not match and do, by name; empty if satisfied
 * @param warnings what a person should know although it changes nothing
 * @param parseError why AWS would refuse a pattern
 * @param reason the verdict in a sentence, in our words
 */
public record FilterVerdict(
        Answer satisfied,
        List<String> missing,
        List<String> unsure,
        List<String> matchesTooMuch,
        List<String> warnings,
        Optional<String> parseError,
        String reason) {

    public FilterVerdict {
        missing = List.copyOf(missing);
        unsure = List.copyOf(unsure);
        matchesTooMuch = List.copyOf(matchesTooMuch);
        warnings = List.copyOf(warnings);
    }
}
