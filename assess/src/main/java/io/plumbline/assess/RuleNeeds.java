package io.plumbline.assess;

import io.plumbline.snapshot.Need;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What has to be collected for rules. */
final class RuleNeeds {
    private RuleNeeds() {}

    /** One need for each table of each rule, equal ones once, ordered by table. Unfinished rules need nothing yet. */
    static List<Need> of(Collection<Rule> rules, Function<Rule, RuleReads> reads) {
        Set<Need> needs = new LinkedHashSet<>();
        rules.stream()
                .filter(Rule::finished)
                .forEach(rule ->
                        reads.apply(rule).details().forEach((table, details) -> needs.add(need(rule, table, details))));
        return needs.stream()
                .sorted(Comparator.comparing(Need::table).thenComparing(RuleNeeds::inWords))
                .toList();
    }

    private static String inWords(Need need) {
        return new java.util.TreeSet<>(need.details()) + need.focus().orElse("") + new TreeMap<>(need.detailFocus());
    }

    private static Need need(Rule rule, String table, Set<String> details) {
        Map<String, String> focused = new TreeMap<>();
        for (String detail : details) {
            Optional.ofNullable(rule.focus().get(table + "." + detail))
                    .ifPresent(select -> focused.put(detail, select));
        }
        return new Need(table, details, Optional.ofNullable(rule.focus().get(table)), focused);
    }
}
