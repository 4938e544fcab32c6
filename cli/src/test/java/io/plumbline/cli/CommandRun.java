package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One command as its user runs it, in this process: the keys of moto's management account in the system properties, the reports in a
 * folder. Whatever goes wrong, nobody is shown a stack trace.
 *
 * @param code what the process would have ended with
 * @param err what stood on standard error, whoever wrote it there
 */
record CommandRun(int code, String err, Path output) {
    private static final Map<String, String> CREDENTIALS = Map.of(
            "aws.accessKeyId", Moto.ACCESS_KEY, "aws.secretAccessKey", Moto.SECRET_KEY, "aws.region", "us-east-1");

    /** Runs a command that judges, its table and its JSON going to {@code output}. */
    static CommandRun of(Path home, Path output, List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--home", home.toString(), "--format", "table,json", "--output", output.toString()));
        return run(output, all, new StringWriter());
    }

    private static CommandRun run(Path output, List<String> all, StringWriter out) {
        Map<String, Optional<String>> before = new HashMap<>();
        CREDENTIALS.forEach((name, value) -> before.put(name, Optional.ofNullable(System.setProperty(name, value))));
        PrintStream realErr = System.err;
        ByteArrayOutputStream stray = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        System.setErr(new PrintStream(stray, true, StandardCharsets.UTF_8));
        try {
            var line = Main.commandLine();
            line.setErr(new PrintWriter(err, true));
            line.setOut(new PrintWriter(out, true));
            int code = line.execute(all.toArray(String[]::new));
            String said = err + stray.toString(StandardCharsets.UTF_8);
            assertThat(said).doesNotContain("unexpected trouble", "\tat ", "    at ", "Exception in thread");
            return new CommandRun(code, said, output);
        } finally {
            System.setErr(realErr);
            before.forEach((name, value) ->
                    value.ifPresentOrElse(old -> System.setProperty(name, old), () -> System.clearProperty(name)));
        }
    }

    /** Scans moto's organization through a proxy with these faults, the home and the reports in one folder. */
    static CommandRun scan(Moto moto, Path folder, List<String> more, Fault.Rule... rules) throws IOException {
        try (FaultProxy proxy = FaultProxy.before(moto, rules)) {
            return scan(proxy, folder, more);
        }
    }

    /** The same through a proxy that is there already. */
    static CommandRun scan(FaultProxy proxy, Path folder, List<String> more) {
        List<String> arguments = new ArrayList<>(
                List.of("scan", "--organization", "--regions", Moto.REGIONS, "--endpoint-url", proxy.url()));
        arguments.addAll(more);
        return of(folder.resolve("home"), folder, arguments);
    }

    /** Examines moto's organization through a proxy with these faults; what it found is {@link #json()}. */
    static CommandRun doctor(Moto moto, Path folder, Fault.Rule... rules) throws IOException {
        try (FaultProxy proxy = FaultProxy.before(moto, rules)) {
            StringWriter out = new StringWriter();
            List<String> arguments = List.of(
                    "doctor",
                    "--organization",
                    "--regions",
                    Moto.REGIONS,
                    "--endpoint-url",
                    proxy.url(),
                    "--format",
                    "json",
                    "--home",
                    folder.resolve("home").toString());
            CommandRun run = run(folder, arguments, out);
            Files.writeString(folder.resolve("plumbline.json"), out.toString());
            return run;
        }
    }

    /** Account and control, then status and the counts: failed, checked, unknown. */
    Map<String, String> statuses() throws IOException {
        Map<String, String> statuses = new TreeMap<>();
        for (JsonNode row : json().path("controls")) {
            statuses.put(
                    row.path("accountId").asString() + ' ' + row.path("control").asString(),
                    row.path("status").asString()
                            + ' '
                            + row.path("failed").asInt()
                            + '/'
                            + row.path("checked").asInt()
                            + '/'
                            + row.path("unknown").asInt());
        }
        return statuses;
    }

    /** Account, region, action and code of what could not be read. */
    List<String> gaps() throws IOException {
        return json().path("gaps")
                .valueStream()
                .map(gap -> gap.path("accountId").asString()
                        + ' '
                        + gap.path("region").asString()
                        + ' '
                        + gap.path("action").asString()
                        + ' '
                        + gap.path("code").asString())
                .distinct()
                .sorted()
                .toList();
    }

    /** The table, its broken lines joined again. */
    String table() throws IOException {
        return Files.readString(output.resolve("plumbline.txt")).replaceAll("\\s+", " ");
    }

    JsonNode json() throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(output.resolve("plumbline.json")));
    }
}
