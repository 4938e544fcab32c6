package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.DatabaseException;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.SqlReferences;
import io.plumbline.snapshot.TableSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds out what rules read, and refuses those that cannot run. It works on empty tables, so no snapshot is needed. */
final class RuleAnalysis {
    /** What every rule may read besides the collected tables: its parameters, and how each cell ended. */
    private static final Set<String> ALWAYS_THERE = Set.of("param", "journal");

    private final Database database;
    private final Schemas schemas;
    private final Set<String> names;
    private final Set<String> unsteady;
    private final BlankTables blank;
    private final Map<List<String>, Map<String, Set<String>>> referencesBySql = new HashMap<>();
    private final Map<List<String>, Map<String, String>> columnsBySql = new HashMap<>();

    RuleAnalysis(Database database, Schemas schemas) {
        this.database = database;
        this.schemas = schemas;
        this.names = Set.copyOf(schemas.names());
        Functions.register(database);
        this.unsteady = SqlTree.unsteadyFunctions(database);
        this.blank = new BlankTables(database);
    }

    /**
     * What a finished rule reads.
     *
     * @throws BadInput if its SQL reads what does not exist or does what a rule must not do
     */
    RuleReads reads(Rule rule) {
        String file = rule.origin() + "/rule.sql";
        if (rule.sql().isBlank()) {
            throw new BadInput(rule.origin() + ": the rule has no rule.sql yet, so it cannot run.");
        }
        Map<String, Set<String>> details = new TreeMap<>(references(rule, file, rule.sql()));
        Set<String> required = new TreeSet<>(details.keySet());
        Map<String, Set<String>> needed = new TreeMap<>(details);
        rule.focus().forEach((key, select) -> {
            part(rule, "focus", key, details);
            references(rule, rule.origin() + "/rule.yaml, focus of " + key, select)
                    .forEach((table, columns) -> {
                        details.merge(table, columns, RuleAnalysis::union);
                        needed.merge(table, columns, RuleAnalysis::union);
                        required.add(table);
                    });
        });
        rule.missingOf().keySet().forEach(table -> part(rule, "missing", table, details));
        for (String key : rule.optional()) {
            String table = part(rule, "optional", key, details);
            if (key.equals(table)) {
                required.remove(table);
                needed.remove(table);
            } else {
                String column = key.substring(table.length() + 1);
                needed.computeIfPresent(
                        table,
                        (name, columns) -> columns.stream()
                                .filter(other -> !other.equals(column))
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return new RuleReads(required, details, needed);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Checks a key of {@code optional} or {@code focus} and answers with its table. */
    private String part(Rule rule, String what, String key, Map<String, Set<String>> details) {
        String file = rule.origin() + ": '" + what + "' ";
        String table = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
        Optional<TableSchema> schema = schemas.table(table);
        if (schema.isEmpty() || !details.containsKey(table)) {
            throw new BadInput(file + "names the table '" + table + "', which rule.sql does not read. "
                    + Nearest.hint(table, details.keySet()));
        }
        if (!key.equals(table)) {
            List<String> names = schema.get().columns().stream()
                    .filter(Column::detail)
                    .map(Column::name)
                    .toList();
            String column = key.substring(table.length() + 1);
            if (!names.contains(column)) {
                throw new BadInput(file + "names " + key + ", which is no detail column of that table. "
                        + Nearest.hint(column, names));
            }
        }
        return table;
    }

    /**
     * Tables with their detail columns that some SQL of a rule reads. Equal SQL on equal parameters, as the rules of one algorithm have
     * it, is looked at once.
     */
    Map<String, Set<String>> references(Rule rule, String file, String sql) {
        List<String> key = key(rule, sql);
        Map<String, Set<String>> found = referencesBySql.get(key);
        if (found == null) {
            found = findReferences(rule, file, sql);
            referencesBySql.put(key, found);
        }
        return found;
    }

    private static List<String> key(Rule rule, String sql) {
        List<String> key = new ArrayList<>(List.of(sql));
        rule.parameters().values().forEach(parameter -> key.add(parameter.name() + " " + parameter.type()));
        return key;
    }

    private Map<String, Set<String>> findReferences(Rule rule, String file, String sql) {
        SqlReferences references = parsed(file, sql);
        Map<String, Set<String>> ofViews = new TreeMap<>();
        Set<String> tables = new TreeSet<>(references.tables());
        for (View view : rule.views()) {
            if (tables.remove(view.name())) {
                ofView(view).forEach((table, columns) -> ofViews.merge(table, columns, RuleAnalysis::union));
            }
        }
        blank.parameters(rule);
        Map<String, Set<String>> details = details(file, sql, tables, references.columns(), key(rule, sql));
        ofViews.forEach((table, columns) -> details.merge(table, columns, RuleAnalysis::union));
        return details;
    }

    /** What a view reads; it stands among the empty tables from then on. */
    private Map<String, Set<String>> ofView(View view) {
        List<String> key = List.of(view.sql());
        Map<String, Set<String>> found = referencesBySql.get(key);
        if (found == null) {
            SqlReferences references = parsed(view.origin(), view.sql());
            if (names.contains(view.name()) || references.tables().contains("param")) {
                throw new BadInput(view.origin() + ": a view has a name that no table has, and no parameters.");
            }
            found = details(view.origin(), view.sql(), references.tables(), references.columns(), key);
            blank.add(view);
            referencesBySql.put(key, found);
        }
        return found;
    }

    private SqlReferences parsed(String file, String sql) {
        SqlReferences references;
        try {
            references = SqlReferences.of(database, sql);
        } catch (BadInput e) {
            throw new BadInput(file + ": " + e.getMessage(), e);
        }
        SqlTree.check(database, file, sql, unsteady);
        for (String common : references.commonTables()) {
            if (names.contains(common) || ALWAYS_THERE.contains(common)) {
                throw new BadInput(file + ": the name '" + common + "' after WITH is that of a table; choose another.");
            }
        }
        return references;
    }

    private Map<String, Set<String>> details(
            String file, String sql, Set<String> tables, Set<String> words, List<String> key) {
        Map<String, Set<String>> details = new TreeMap<>();
        for (String table : tables) {
            if (!ALWAYS_THERE.contains(table)) {
                details.put(table, Set.of());
                blank.add(known(file, table));
            }
        }
        columnsBySql.put(key, describe(file, sql));
        details.replaceAll((table, none) -> details(table, words, sql));
        return details;
    }

    private TableSchema known(String file, String table) {
        Optional<TableSchema> schema = schemas.table(table);
        if (schema.isPresent()) {
            return schema.get();
        }
        Collection<String> all = new TreeSet<>(names);
        all.addAll(ALWAYS_THERE);
        String rules = table.contains("-") ? " A rule reads tables, never the verdicts of another rule." : "";
        throw new BadInput(file + ": there is no table '" + table + "'. " + Nearest.hint(table, all) + rules
                + " `plumbline tables` lists all.");
    }

    /** The detail columns that the SQL cannot do without: it no longer binds where they are taken away. */
    private Set<String> details(String table, Set<String> words, String sql) {
        Set<String> found = new TreeSet<>();
        TableSchema schema = schemas.table(table).orElseThrow();
        for (Column column : schema.columns()) {
            if (column.detail() && words.contains(column.name()) && !blank.bindsWithout(schema, column, sql)) {
                found.add(column.name());
            }
        }
        return found;
    }

    /**
     * Names and types of the columns that a SELECT gives on empty tables.
     *
     * @throws BadInput with DuckDB's words if it does not bind
     */
    Map<String, String> describe(String file, String sql) {
        try {
            return blank.columns(sql);
        } catch (DatabaseException e) {
            throw new BadInput(file + ": " + e.getMessage(), e);
        }
    }

    /** The columns of a rule's SELECT, after {@link #reads}. */
    Map<String, String> columns(Rule rule) {
        List<String> key = key(rule, rule.sql());
        Map<String, String> found = columnsBySql.get(key);
        if (found == null) {
            blank.parameters(rule);
            found = describe(rule.origin() + "/rule.sql", rule.sql());
            columnsBySql.put(key, found);
        }
        return found;
    }
}
