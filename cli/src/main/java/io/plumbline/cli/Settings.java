package io.plumbline.cli;

import io.plumbline.assess.Nearest;
import io.plumbline.model.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Where an option's value comes from when it is not given: the environment ({@code PLUMBLINE_SCAN_ROLE}, or {@code PLUMBLINE_HOME} for
 * what every command has), then {@code ./plumbline.yaml}, then the one in the home; keys there are the long options, grouped by command.
 */
final class Settings implements IDefaultValueProvider {
    private final Map<String, Map<String, String>> read = new HashMap<>();

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) {
            return null;
        }
        String key = option.longestName().replaceFirst("^--", "");
        String command = option.command().qualifiedName(" ").replaceFirst("^plumbline ?", "");
        String fromEnvironment = environment(command, key);
        if (fromEnvironment != null || key.equals("help") || command.isEmpty()) {
            return fromEnvironment;
        }
        for (Path file : files()) {
            Map<String, String> values =
                    read.computeIfAbsent(file + "|" + command, unused -> values(file, command, option));
            if (values.containsKey(key)) {
                return values.get(key);
            }
        }
        return null;
    }

    private static @Nullable String environment(String command, String key) {
        String own = System.getenv("PLUMBLINE_" + shout(command + " " + key));
        return own == null && key.equals("home") ? System.getenv("PLUMBLINE_HOME") : own;
    }

    private static String shout(String text) {
        return text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    private static List<Path> files() {
        return List.of(Path.of("plumbline.yaml"), Home.standard().resolve("plumbline.yaml"));
    }

    /** The section of one command; an unknown key is refused here, when its command is called. */
    private static Map<String, String> values(Path file, String command, OptionSpec option) {
        if (!Files.isRegularFile(file)) {
            return Map.of();
        }
        Map<?, ?> sections = parse(file);
        CommandLine root = Main.commandLine();
        for (Object section : sections.keySet()) {
            if (!isCommand(root, String.valueOf(section))) {
                throw new BadInput(file + ": there is no command '" + section + "'. Commands: "
                        + String.join(", ", root.getSubcommands().keySet()) + ".");
            }
        }
        if (!(sections.get(command) instanceof Map<?, ?> own)) {
            return Map.of();
        }
        Map<String, String> values = new HashMap<>();
        List<String> known = option.command().options().stream()
                .map(one -> one.longestName().replaceFirst("^--", ""))
                .toList();
        own.forEach((key, value) -> {
            if (!known.contains(String.valueOf(key))) {
                throw new BadInput(file + ": " + command + " has no setting '" + key + "'. "
                        + Nearest.hint(String.valueOf(key), known));
            }
            values.put(String.valueOf(key), text(value));
        });
        return values;
    }

    private static boolean isCommand(CommandLine root, String words) {
        CommandLine at = root;
        for (String word : words.split(" ")) {
            at = at.getSubcommands().get(word);
            if (at == null) {
                return false;
            }
        }
        return true;
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }

    private static Map<?, ?> parse(Path file) {
        try {
            Object tree = YAMLMapper.builder().build().readValue(Files.readAllBytes(file), Object.class);
            if (tree instanceof Map<?, ?> map) {
                return map;
            }
            throw new BadInput(
                    file + ": settings are grouped by command, such as `scan:` with `role: PlumblineAudit` under it.");
        } catch (JacksonException e) {
            throw new BadInput(file + " is not YAML: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new BadInput(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
