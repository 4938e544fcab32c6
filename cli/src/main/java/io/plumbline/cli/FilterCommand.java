package io.plumbline.cli;

import io.plumbline.filter.Answer;
import io.plumbline.filter.EvaluatedAccount;
import io.plumbline.filter.FilterVerdict;
import io.plumbline.filter.WitnessTest;
import io.plumbline.filter.Witnesses;
import io.plumbline.model.AccountId;
import io.plumbline.model.BadInput;
import io.plumbline.model.Partition;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline filter}. */
@Command(
        name = "filter",
        description = "Work with CloudWatch Logs metric filters.",
        subcommands = FilterCommand.Check.class)
final class FilterCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do: plumbline filter check");
    }

    /** {@code plumbline filter check}. */
    @Command(
            name = "check",
            description = "Does a metric filter's pattern satisfy a monitoring control (3.1 to 3.14)?",
            footer = {"", "Example: plumbline filter check --control 3.5 '{ $.eventName = StopLogging }'"})
    static final class Check implements Callable<Integer> {
        @Option(names = "--control", paramLabel = "C", description = "The control, 3.1 to 3.14.")
        private @Nullable String control;

        @Option(
                names = "--file",
                paramLabel = "FILE.jsonl",
                description = "Lines of {\"control\", \"pattern\"}, answered line by line.")
        private @Nullable Path file;

        @Option(
                names = "--account",
                paramLabel = "ID",
                description = "The account to judge for (default: ${DEFAULT-VALUE}).",
                defaultValue = "111122223333")
        @SuppressWarnings("NullAway.Init")
        private String account;

        @Option(
                names = "--partition",
                paramLabel = "P",
                description = "Its partition (default: ${DEFAULT-VALUE}).",
                defaultValue = "aws")
        @SuppressWarnings("NullAway.Init")
        private String partition;

        @Option(
                names = "--format",
                paramLabel = "F",
                description = "table or json (default: ${DEFAULT-VALUE}).",
                defaultValue = "table")
        @SuppressWarnings("NullAway.Init")
        private TextFormat format;

        @Option(names = "--strict-retired", description = "Also ask for event names that AWS has retired (3.14).")
        private boolean strictRetired;

        @Parameters(arity = "0..1", paramLabel = "PATTERN", description = "The filter's pattern.")
        private @Nullable String pattern;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Override
        public Integer call() {
            Witnesses witnesses = Witnesses.load();
            WitnessTest test = new WitnessTest(witnesses);
            EvaluatedAccount evaluated = account(witnesses);
            PrintWriter out = spec.commandLine().getOut();
            if (file != null) {
                lines(file, test, witnesses, evaluated, out);
            } else if (control == null || pattern == null) {
                throw new ParameterException(spec.commandLine(), "give --control and a PATTERN, or --file");
            } else {
                FilterVerdict verdict = verdict(test, witnesses, control, pattern, evaluated);
                switch (format) {
                    case json -> out.println(json(control, verdict));
                    case table -> print(control, verdict, out);
                }
            }
            out.flush();
            return ExitCode.DONE;
        }

        private EvaluatedAccount account(Witnesses witnesses) {
            try {
                return witnesses.defaultAccount(new AccountId(account), new Partition(partition));
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }

        private FilterVerdict verdict(
                WitnessTest test, Witnesses witnesses, String asked, String text, EvaluatedAccount evaluated) {
            if (!witnesses.controls().contains(asked)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "control '" + asked + "' is none of " + String.join(", ", witnesses.controls()));
            }
            return test.check(asked, text, evaluated, strictRetired);
        }

        private void lines(
                Path from, WitnessTest test, Witnesses witnesses, EvaluatedAccount evaluated, PrintWriter out) {
            List<String> lines;
            try {
                lines = Files.readAllLines(from);
            } catch (IOException e) {
                throw new BadInput("--file " + from + " cannot be read: " + e.getMessage(), e);
            }
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    JsonNode line = parse(from, i + 1, lines.get(i));
                    String asked = line.path("control").asString("");
                    out.println(json(
                            asked,
                            verdict(test, witnesses, asked, line.path("pattern").asString(""), evaluated)));
                }
            }
        }

        private static JsonNode parse(Path from, int number, String line) {
            try {
                JsonNode node = JsonMapper.shared().readTree(line);
                if (node.path("control").isString() && node.path("pattern").isString()) {
                    return node;
                }
                throw new BadInput(from + " line " + number + ": wants {\"control\": \"3.4\", \"pattern\": \"…\"}.");
            } catch (JacksonException e) {
                throw new BadInput(from + " line " + number + " is not JSON: " + e.getOriginalMessage(), e);
            }
        }

        private static String json(String asked, FilterVerdict verdict) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("control", asked);
            json.put("satisfied", decided(verdict));
            json.put("missing", verdict.missing());
            json.put("matchesTooMuch", verdict.matchesTooMuch());
            json.put("warnings", verdict.warnings());
            json.put("parseError", verdict.parseError().orElse(null));
            json.put("reason", verdict.satisfied() == Answer.UNKNOWN ? verdict.reason() : null);
            return JsonMapper.shared().writeValueAsString(json);
        }

        private static @Nullable Boolean decided(FilterVerdict verdict) {
            return switch (verdict.satisfied()) {
                case TRUE -> true;
                case FALSE -> false;
                case UNKNOWN -> null;
            };
        }

        private static void print(String asked, FilterVerdict verdict, PrintWriter out) {
            String word = switch (verdict.satisfied()) {
                case TRUE -> "satisfied";
                case FALSE -> "not satisfied";
                case UNKNOWN -> "cannot be decided";
            };
            out.println(asked + ": " + word);
            verdict.parseError().ifPresent(error -> out.println("  syntax: " + error));
            out.println("  " + verdict.reason());
            verdict.missing().forEach(name -> out.println("  missing: " + name));
            verdict.matchesTooMuch().forEach(name -> out.println("  matches too much: " + name));
            verdict.warnings().forEach(warning -> out.println("  warning: " + warning));
        }
    }
}
