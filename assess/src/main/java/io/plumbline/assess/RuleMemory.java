package io.plumbline.assess;

import io.plumbline.snapshot.Hashes;
import io.plumbline.snapshot.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was found out of the built-in rules' SQL, kept in a file from one run to the next: finding it out takes seconds, and it changes
 * only with the rules, the tables or the functions, all of which are in the key. The file is a convenience: one that cannot be read or
 * written is as good as none. A user's own rules are looked at each time.
 */
public final class RuleMemory {
    private static final int MOST = 1_000;

    private final Optional<Path> file;
    private final Map<String, Known> all = new TreeMap<>();
    private boolean changed;

    /**
     * What is known of a rule: what it reads, and the SELECT list that brings its columns into one form.
     *
     * @param tables tells apart the form that these tables had
     */
    record Known(RuleReads reads, String select, String tables) {
        static Known of(RuleReads reads, String select, Schemas schemas) {
            return new Known(reads, select, form(reads, schemas));
        }

        boolean holds(Schemas schemas) {
            return tables.equals(form(reads, schemas));
        }

        private static String form(RuleReads reads, Schemas schemas) {
            return Hashes.sha256(reads.tables().stream()
                    .sorted()
                    .map(table -> schemas.table(table).toString())
                    .collect(Collectors.joining("\n")));
        }
    }

    private RuleMemory(Optional<Path> file) {
        this.file = file;
    }

    /** One that is forgotten at the end. */
    public static RuleMemory none() {
        return new RuleMemory(Optional.empty());
    }

    /** The one of a home. */
    public static RuleMemory of(Path home) {
        return at(home.resolve("cache").resolve("rules.json"));
    }

    /** One kept in a file, which need not be there yet. */
    public static RuleMemory at(Path file) {
        RuleMemory memory = new RuleMemory(Optional.of(file));
        try {
            if (Files.isRegularFile(file)) {
                memory.all.putAll(JsonMapper.shared()
                        .readValue(Files.readAllBytes(file), new TypeReference<Map<String, Known>>() {}));
            }
        } catch (IOException | JacksonException e) {
            memory.all.clear();
        }
        return memory;
    }

    /** What tells apart all that a rule's analysis depends on, the rule itself and the tables that it reads left out. */
    static String surroundings(List<SqlFunction> functions) {
        StringBuilder text = new StringBuilder();
        functions.forEach(function -> text.append(function.signature()).append(function.macro()));
        return Hashes.sha256(text.toString());
    }

    Optional<Known> known(String surroundings, Schemas schemas, Rule rule) {
        return rule.builtIn()
                ? Optional.ofNullable(all.get(key(surroundings, rule))).filter(known -> known.holds(schemas))
                : Optional.empty();
    }

    void learn(String surroundings, Rule rule, Known known) {
        if (rule.builtIn()) {
            all.put(key(surroundings, rule), known);
            changed = true;
        }
    }

    private static String key(String surroundings, Rule rule) {
        return Hashes.sha256(String.join(
                "\n",
                surroundings,
                rule.sql(),
                rule.views().toString(),
                new TreeMap<>(rule.focus()).toString(),
                new TreeMap<>(rule.missingOf()).toString(),
                rule.optional().stream().sorted().toList().toString(),
                rule.parameters().values().toString()));
    }

    /** Writes what is new. */
    void save() {
        if (!changed || file.isEmpty()) {
            return;
        }
        try {
            Path target = file.get().toAbsolutePath();
            Files.createDirectories(target.getParent());
            Path part = Files.createTempFile(target.getParent(), "rules", ".part");
            try {
                Files.write(part, JsonMapper.shared().writeValueAsBytes(all.size() > MOST ? Map.of() : all));
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            changed = false;
        } catch (IOException e) {
            // The next run finds it out again.
        }
    }
}
