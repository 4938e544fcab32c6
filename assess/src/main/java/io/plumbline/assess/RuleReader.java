package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.model.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a {@link Rule} of its folder, strictly. */
final class RuleReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> ENGINE_COLUMNS = Set.of("account_id", "partition", "now");
    private static final String[] KEYS = {
        "title",
        "severity",
        "category",
        "assessment",
        "unit",
        "meaning",
        "why",
        "fix",
        "attestable",
        "attest",
        "parameters",
        "references",
        "missing",
        "optional",
        "focus"
    };
    private static final String[] READS = {"missing", "optional", "focus"};

    private final CatalogFiles files;
    private final List<View> views;

    RuleReader(CatalogFiles files, List<View> views) {
        this.files = files;
        this.views = views;
    }

    /**
     * Reads one rule.
     *
     * @param folder path of its folder in the catalog, {@code rules/SERVICE/ID}
     */
    Rule read(String folder) {
        List<String> names = List.of(folder.split("/", -1));
        String id = names.get(2);
        String file = files.label(folder + "/rule.yaml");
        if (!ID.matcher(id).matches()) {
            throw new BadInput(file + ": a rule's folder is its id: lower-case words with hyphens, not '" + id + "'.");
        }
        YamlMap yaml = YamlMap.read(file, text(folder, "rule.yaml"), KEYS);
        boolean attestable = yaml.truth("attestable", false);
        if (attestable != yaml.has("attest")) {
            throw yaml.wrong(
                    "'attest' is the question to a person and belongs to a rule with 'attestable: true', and only there.");
        }
        String sql = sql(folder);
        YamlMap reads = reads(folder, yaml);
        Rule rule = new Rule(
                id,
                names.get(1),
                files.label(folder),
                files.builtIn(),
                yaml.text("title"),
                yaml.word("severity", Severity.class),
                yaml.text("category"),
                yaml.word("assessment", Automation.class),
                yaml.text("unit"),
                yaml.text("meaning"),
                yaml.text("why"),
                fix(yaml),
                attestable,
                yaml.optionalText("attest"),
                parameters(yaml),
                yaml.texts("references"),
                missing(reads),
                missingOf(reads),
                Set.copyOf(reads.texts("optional")),
                focus(reads),
                View.in(sql, views),
                sql,
                text(folder, "cases.yaml"),
                repair(folder));
        if (!rule.finished() && !files.builtIn()) {
            throw new BadInput(rule.origin() + ": the rule is not finished: it needs "
                    + (rule.sql().isBlank() ? "rule.sql" : "cases.yaml")
                    + " beside rule.yaml. `plumbline rules new ID` shows both.");
        }
        return rule;
    }

    private String text(String folder, String name) {
        return files.texts().getOrDefault(folder + "/" + name, "").strip();
    }

    /** A rule's own SQL, or the one that all rules of its service share and that their parameters tell apart. */
    private String sql(String folder) {
        return statement(text(sharesSql(folder) ? service(folder) : folder, "rule.sql"));
    }

    /** Rules that share their SQL may share its repair; one that has its own goes before. */
    private Optional<RepairQuery> repair(String folder) {
        String place = text(folder, "repair.sql").isBlank() && sharesSql(folder) ? service(folder) : folder;
        String sql = statement(text(place, "repair.sql"));
        return sql.isBlank()
                ? Optional.empty()
                : Optional.of(new RepairQuery(files.label(place + "/repair.sql"), sql, View.in(sql, views)));
    }

    private boolean sharesSql(String folder) {
        return text(folder, "rule.sql").isBlank();
    }

    private static String service(String folder) {
        return folder.substring(0, folder.lastIndexOf('/'));
    }

    /** What its SQL reads is said where the SQL is: in the rule's own file, or for SQL that rules share in {@code reads.yaml} beside it. */
    private YamlMap reads(String folder, YamlMap own) {
        String shared = text(service(folder), "reads.yaml");
        if (!sharesSql(folder) || shared.isBlank()) {
            return own;
        }
        for (String key : READS) {
            if (own.has(key)) {
                throw own.wrong("'" + key + "' stands in reads.yaml beside the SQL that this rule shares.");
            }
        }
        return YamlMap.read(files.label(service(folder) + "/reads.yaml"), shared, READS);
    }

    /** A semicolon at the end is habit, and in the way. */
    static String statement(String sql) {
        return sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql;
    }

    private static Fix fix(YamlMap yaml) {
        YamlMap fix = yaml.map("fix", "console", "cli", "terraform")
                .orElseThrow(() -> yaml.wrong("the key 'fix' is missing."));
        return new Fix(fix.text("console"), fix.text("cli"), fix.text("terraform"));
    }

    private static Map<String, Parameter> parameters(YamlMap yaml) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        Optional<YamlMap> all = yaml.anyMap("parameters");
        all.map(map -> map.maps("type", "default", "meaning", "one_of", "at_least", "fixed"))
                .orElse(Map.of())
                .forEach((name, one) -> {
                    if (!NAME.matcher(name).matches() || ENGINE_COLUMNS.contains(name)) {
                        throw one.wrong("a parameter is called in snake case and not account_id, partition or now; '"
                                + name + "' is not.");
                    }
                    ParameterType type = one.word("type", ParameterType.class);
                    parameters.put(name, parameter(name, type, one));
                });
        return parameters;
    }

    private static Parameter parameter(String name, ParameterType type, YamlMap yaml) {
        Object standard = value(yaml, "default", type);
        List<String> oneOf = yaml.texts("one_of");
        if (!oneOf.isEmpty() && !(standard instanceof String text && oneOf.contains(text))) {
            throw yaml.wrong("the parameter '" + name + "' is one of " + String.join(", ", oneOf)
                    + ", and its default '" + standard + "' is none of them.");
        }
        return new Parameter(
                name,
                type,
                standard,
                yaml.text("meaning"),
                oneOf,
                yaml.has("at_least") ? Optional.of(yaml.number("at_least")) : Optional.empty(),
                yaml.truth("fixed", false));
    }

    /** A parameter's value by its type. */
    static Object value(YamlMap yaml, String key, ParameterType type) {
        return switch (type) {
            case INTEGER -> yaml.number(key);
            case BOOLEAN -> yaml.truth(key);
            case TEXT -> yaml.text(key);
            case TEXTS -> {
                if (!yaml.has(key)) {
                    throw yaml.wrong("the key '" + key + "' is missing.");
                }
                yield List.copyOf(yaml.texts(key));
            }
        };
    }

    private static Missing missing(YamlMap yaml) {
        return yaml.isText("missing") ? yaml.word("missing", Missing.class) : Missing.EACH;
    }

    private static Map<String, Missing> missingOf(YamlMap yaml) {
        Map<String, Missing> tables = new LinkedHashMap<>();
        if (!yaml.isText("missing")) {
            yaml.anyMap("missing")
                    .ifPresent(map -> map.keys().forEach(table -> tables.put(table, map.word(table, Missing.class))));
        }
        return tables;
    }

    private static Map<String, String> focus(YamlMap yaml) {
        Map<String, String> focus = new LinkedHashMap<>();
        yaml.anyMap("focus").ifPresent(map -> map.keys().forEach(key -> focus.put(key, map.text(key))));
        return focus;
    }
}
