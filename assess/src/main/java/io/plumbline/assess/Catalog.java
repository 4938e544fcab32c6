package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Schemas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every rule, view and framework there is: those that came with the program and those of the user's own folder. */
public final class Catalog {
    /** What the rules of one service may share. */
    private static final Set<String> SHARED = Set.of("rule.sql", "repair.sql", "reads.yaml");

    private static final Pattern VIEW = Pattern.compile("views/([a-z][a-z0-9_]*)\\.sql");

    private final Map<String, View> views = new TreeMap<>();
    private final Map<String, Rule> rules = new TreeMap<>();
    private final Map<String, Framework> frameworks = new TreeMap<>();

    private Catalog() {}

    /**
     * Reads the built-in catalog and, beside it, a folder of the same shape. A folder adds; it cannot replace.
     *
     * @throws BadInput if anything in a file is wrong, naming file, line and key, or if an id is there twice
     */
    public static Catalog load(Optional<Path> userFolder) {
        List<CatalogFiles> all = new ArrayList<>(List.of(CatalogFiles.packed()));
        userFolder.map(CatalogFiles::of).ifPresent(all::add);
        return of(all);
    }

    /** Reads one folder alone, without the built-in rules. */
    public static Catalog of(Path folder) {
        return of(List.of(CatalogFiles.of(folder)));
    }

    private static Catalog of(List<CatalogFiles> all) {
        Catalog catalog = new Catalog();
        all.forEach(catalog::addViews);
        all.forEach(catalog::addRules);
        all.forEach(catalog::addFrameworks);
        return catalog;
    }

    private void addViews(CatalogFiles files) {
        files.texts().forEach((path, text) -> {
            if (path.startsWith("views/")) {
                Matcher name = VIEW.matcher(path);
                if (!name.matches()) {
                    throw new BadInput(files.label(path)
                            + ": a view is a file views/NAME.sql, its name in lower case with underscores.");
                }
                View view = new View(name.group(1), files.label(path), RuleReader.statement(text.strip()));
                if (views.put(view.name(), view) != null) {
                    throw new BadInput(files.label(path) + ": there is a view '" + view.name()
                            + "' already. Give this one another name.");
                }
            }
        });
    }

    private void addRules(CatalogFiles files) {
        RuleReader reader = new RuleReader(files, List.copyOf(views.values()));
        for (String folder : folders(files)) {
            if (!files.texts().containsKey(folder + "/rule.yaml")) {
                throw new BadInput(files.label(folder) + ": there is no rule.yaml in it.");
            }
            Rule rule = reader.read(folder);
            Rule other = rules.put(rule.id(), rule);
            if (other != null) {
                throw new BadInput(rule.origin() + ": there is a rule '" + rule.id() + "' already, at " + other.origin()
                        + ". Give this one another id.");
            }
        }
    }

    private static Collection<String> folders(CatalogFiles files) {
        TreeSet<String> folders = new TreeSet<>();
        for (String path : files.texts().keySet()) {
            if (path.startsWith("rules/")) {
                if (SHARED.contains(path.substring(path.lastIndexOf('/') + 1)) && path.split("/").length == 3) {
                    continue;
                }
                if (path.split("/").length != 4) {
                    throw new BadInput(files.label(path) + ": a rule's files lie in rules/SERVICE/RULE-ID/.");
                }
                folders.add(path.substring(0, path.lastIndexOf('/')));
            }
        }
        return folders;
    }

    private void addFrameworks(CatalogFiles files) {
        files.texts().forEach((path, text) -> {
            if (path.startsWith("frameworks/") && path.endsWith(".yaml")) {
                String id = path.substring("frameworks/".length(), path.length() - ".yaml".length());
                Framework framework = FrameworkReader.read(id, files.label(path), text, rules.keySet());
                if (frameworks.put(id, framework) != null) {
                    throw new BadInput(files.label(path) + ": there is a framework '" + id
                            + "' already. Give this one another id.");
                }
            }
        });
    }

    /** All rules, ordered by id. */
    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /** All frameworks, ordered by id. */
    public List<Framework> frameworks() {
        return List.copyOf(frameworks.values());
    }

    /**
     * One rule.
     *
     * @throws BadInput if there is none of that id, naming the nearest
     */
    public Rule rule(String id) {
        Rule rule = rules.get(id);
        if (rule == null) {
            throw new BadInput("There is no rule '" + id + "'. " + Nearest.hint(id, rules.keySet())
                    + " `plumbline rules list` shows all.");
        }
        return rule;
    }

    /**
     * One framework.
     *
     * @throws BadInput if there is none of that id, naming those that exist
     */
    public Framework framework(String id) {
        Framework framework = frameworks.get(id);
        if (framework == null) {
            throw new BadInput("There is no framework '" + id + "'. " + Nearest.hint(id, frameworks.keySet()));
        }
        return framework;
    }

    /** What is chosen of it, in benchmark order. */
    public List<SelectedControl> select(Selection selection) {
        return SelectedControl.of(this, selection);
    }

    /**
     * Checks every finished rule's SQL, and its repair's, against the tables there are, without data.
     *
     * @throws BadInput naming the first rule that cannot run and why
     */
    public void check(Database database, Schemas schemas) {
        RuleCheck check = new RuleCheck(database, schemas);
        rules().stream().filter(Rule::finished).forEach(check::check);
    }
}
