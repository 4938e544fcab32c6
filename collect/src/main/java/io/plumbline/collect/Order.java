package io.plumbline.collect;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Need;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The plan, complete with the tables that others wait for, and the order in which tables may be started.
 *
 * @param levels groups of tables that are read together; a table waits only for tables of levels before its own
 */
record Order(Plan plan, List<List<List<Source<?, ?>>>> levels) {

    static Order of(Database database, List<Source<?, ?>> sources, List<Need> needs) {
        Map<String, Source<?, ?>> byTable = sources.stream()
                .collect(Collectors.toMap(Source::table, Function.identity(), (one, other) -> one, TreeMap::new));
        Set<String> children = sources.stream()
                .filter(source -> source.finder() instanceof Finder.Under<?, ?>)
                .map(Source::table)
                .collect(Collectors.toSet());
        List<Need> all = new ArrayList<>(needs);
        all.add(Need.of("aws_account"));
        all.add(Need.of("aws_region"));
        Map<String, Set<String>> waits = new HashMap<>();
        Plan plan = Plan.of(all, children);
        for (boolean grown = true; grown; ) {
            waits = waits(database, byTable, plan);
            Set<String> missing =
                    waits.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
            missing.removeAll(plan.tables().keySet());
            missing.forEach(table -> all.add(Need.of(table)));
            grown = !missing.isEmpty();
            plan = Plan.of(all, children);
        }
        return new Order(plan, levels(byTable, plan, waits));
    }

    /** For each table, the tables that its focus, or its parent, is read from. */
    private static Map<String, Set<String>> waits(Database database, Map<String, Source<?, ?>> byTable, Plan plan) {
        Map<String, Set<String>> waits = new TreeMap<>();
        plan.tables().forEach((table, wanted) -> {
            Source<?, ?> source = byTable.get(table);
            if (source == null) {
                throw new BadInput("There is no table '" + table + "'. `plumbline tables` lists those that exist.");
            }
            List<String> selects = new ArrayList<>(wanted.focus());
            wanted.detailFocus().values().forEach(selects::addAll);
            if (wanted.focus().isEmpty() && source.finder() instanceof Finder.Under<?, ?> under) {
                selects.add(CellReader.parentsSelect(under.parent()));
            }
            waits.put(table, Focus.tables(database, selects));
        });
        return waits;
    }

    private static List<List<List<Source<?, ?>>>> levels(
            Map<String, Source<?, ?>> byTable, Plan plan, Map<String, Set<String>> waits) {
        Map<Object, List<Source<?, ?>>> groups = new LinkedHashMap<>();
        for (String table : plan.tables().keySet()) {
            Source<?, ?> source = java.util.Objects.requireNonNull(byTable.get(table));
            Object together = source.finder() instanceof Finder.Shared<?, ?, ?> shared ? shared.answer() : source;
            groups.computeIfAbsent(together, unused -> new ArrayList<>()).add(source);
        }
        List<List<List<Source<?, ?>>>> levels = new ArrayList<>();
        Set<String> started = new TreeSet<>();
        List<List<Source<?, ?>>> waiting = new ArrayList<>(groups.values());
        while (!waiting.isEmpty()) {
            List<List<Source<?, ?>>> level = waiting.stream()
                    .filter(group -> group.stream()
                            .allMatch(source -> started.containsAll(waits.getOrDefault(source.table(), Set.of()))))
                    .toList();
            if (level.isEmpty()) {
                throw new BadInput("The focus of these tables goes round in a circle: "
                        + waiting.stream()
                                .flatMap(List::stream)
                                .map(Source::table)
                                .collect(Collectors.joining(", ")));
            }
            levels.add(level);
            waiting.removeAll(level);
            level.forEach(group -> group.forEach(source -> started.add(source.table())));
        }
        return levels;
    }
}
