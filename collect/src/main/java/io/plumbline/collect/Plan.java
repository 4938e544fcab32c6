package io.plumbline.collect;

import io.plumbline.snapshot.Need;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is to be read: for each table which details, and of which rows. It is the union of what everybody needs: one who needs all rows
 * outweighs any focus.
 *
 * @param tables by table name
 */
public record Plan(Map<String, TablePlan> tables) {

    /**
     * One table.
     *
     * @param details the detail columns to ask for
     * @param focus SELECTs that name the rows needed; empty for all
     * @param detailFocus the same for single detail columns; one that is missing here is wanted for every row
     */
    public record TablePlan(Set<String> details, List<String> focus, Map<String, List<String>> detailFocus) {}

    /**
     * Unites needs.
     *
     * @param children tables found under a parent: their focus names parents, so it says nothing of their details
     */
    public static Plan of(List<Need> needs, Set<String> children) {
        Map<String, TablePlan> tables = new TreeMap<>();
        for (Need need : needs) {
            tables.merge(need.table(), plan(need, children.contains(need.table())), Plan::unite);
        }
        return new Plan(tables);
    }

    private static TablePlan plan(Need need, boolean child) {
        Map<String, List<String>> detailFocus = new LinkedHashMap<>();
        if (!child) {
            need.focus()
                    .ifPresent(select -> need.details().forEach(column -> detailFocus.put(column, List.of(select))));
        }
        need.detailFocus().forEach((column, select) -> detailFocus.put(column, List.of(select)));
        return new TablePlan(need.details(), need.focus().map(List::of).orElse(List.of()), detailFocus);
    }

    private static TablePlan unite(TablePlan one, TablePlan other) {
        Set<String> details = new LinkedHashSet<>(one.details());
        details.addAll(other.details());
        Map<String, List<String>> detailFocus = new LinkedHashMap<>();
        for (String column : details) {
            Optional<List<String>> first = focusOf(one, column);
            Optional<List<String>> second = focusOf(other, column);
            List<String> both = uniteFocus(first, second);
            if (!both.isEmpty()) {
                detailFocus.put(column, both);
            }
        }
        List<String> focus =
                one.focus().isEmpty() || other.focus().isEmpty() ? List.of() : union(one.focus(), other.focus());
        return new TablePlan(details, focus, detailFocus);
    }

    /** Empty if this plan does not want the column at all; an empty list if it wants it of every row. */
    private static Optional<List<String>> focusOf(TablePlan plan, String column) {
        return plan.details().contains(column)
                ? Optional.of(plan.detailFocus().getOrDefault(column, List.of()))
                : Optional.empty();
    }

    private static List<String> uniteFocus(Optional<List<String>> one, Optional<List<String>> other) {
        if (one.isPresent() && other.isPresent()) {
            return one.get().isEmpty() || other.get().isEmpty() ? List.of() : union(one.get(), other.get());
        }
        return one.or(() -> other).orElse(List.of());
    }

    private static List<String> union(List<String> one, List<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }
}
