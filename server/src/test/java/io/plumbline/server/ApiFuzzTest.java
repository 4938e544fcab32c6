package io.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.ledger.PersonScope;
import io.plumbline.ledger.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemathesis makes requests out of the document, good and bad ones: no answer is a 5xx, and each is one that the document knows. */
@Tag("night")
class ApiFuzzTest {
    /** Of each operation; with more also every border of every parameter: {@code -Dplumbline.fuzz=100}. */
    private static final int EXAMPLES = Integer.getInteger("plumbline.fuzz", 10);

    /**
     * A scan takes seconds, an evidence pack and the offline pages nearly as long (EvidenceTest and OfflineTest open them). Ids and names that were listed are tried
     * elsewhere, so the asker's own token and account would be ended. The ways of OpenID Connect lead to another server (OidcTest), and
     * what Jetty answers to an address of many kilobytes, 414 and no JSON, is not in our hands.
     */
    private static final List<String> NOT_ASKED = List.of(
            "startScan",
            "exportEvidence",
            "offlineReport",
            "revokeToken",
            "changePerson",
            "judgeAgain",
            "beginOidc",
            "finishOidc",
            "endOidc");

    @TempDir
    Path folder;

    @Test
    void no_request_is_answered_with_a_5xx_or_with_what_the_document_does_not_know() throws Exception {
        Path report = folder.resolve("report.txt");
        try (TestServer server = new TestServer(folder.resolve("home"))) {
            String token = server.token(Role.ADMIN, PersonScope.ALL);
            List<String> command = new ArrayList<>(List.of(
                    python().resolveSibling("st").toString(),
                    "--no-color",
                    "run",
                    server.server.url() + "/openapi.yaml",
                    "--url",
                    server.server.url(),
                    "--header",
                    "Authorization: Bearer " + token,
                    "--checks",
                    "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
                    "--phases",
                    EXAMPLES > 10 ? "coverage,fuzzing" : "fuzzing",
                    "--max-examples",
                    Integer.toString(EXAMPLES),
                    "--seed",
                    "2211",
                    "--request-timeout",
                    "60",
                    "--suppress-health-check",
                    "all",
                    "--continue-on-failure"));
            NOT_ASKED.forEach(operation -> command.addAll(List.of("--exclude-operation-id", operation)));
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(report.toFile())
                    .start();
            assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(failures(report)).isZero();
            assertThat(new HttpClient(server.server.url(), Optional.of(token))
                            .get("/api/status")
                            .status())
                    .as("who asked is still known, so the answers were not all refusals")
                    .isEqualTo(200);
        }
    }

    /** From where the failures begin. */
    private static String failures(Path report) throws IOException {
        List<String> lines = Files.readAllLines(report);
        return lines.stream()
                .dropWhile(line -> !line.contains("= FAILURES =") && !line.contains("= ERRORS ="))
                .collect(Collectors.joining("\n"));
    }

    private static Path python() {
        String named = System.getProperty("plumbline.python", "");
        Path python = named.isEmpty() ? Path.of("..", ".venv", "bin", "python") : Path.of(named);
        assertThat(python)
                .as("`make test` makes it with all that the tests need, or name one with -Dplumbline.python=PATH")
                .isExecutable();
        return python.toAbsolutePath().normalize();
    }
}
