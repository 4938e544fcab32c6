package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsTypes;
import io.plumbline.snapshot.SnapshotStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The estate, scanned twice: what the second scan says of the first. The first is made of the second by changing rows, so that it is
 * known what should come out.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SinceLastScanTest {
    private static final Path RECORDING = Path.of("../estate/src/main/resources/io/plumbline/estate/recording");
    private static final String RULES = "kms-cmk-rotation,sg-no-public-ssh,sg-no-public-rdp";
    private static final String NOW = "2026-11-20T06-00-00Z";
    private static final String EARLIER = "2026-11-19T06-00-00Z";

    @TempDir
    static Path folder;

    private final StringWriter err = new StringWriter();

    private static Path home() {
        return folder.resolve("home");
    }

    @BeforeAll
    void scan_and_make_what_was_before() throws IOException {
        CommandRun scan = CommandRun.of(
                home(), folder.resolve("first"), List.of("scan", "--replay", RECORDING.toString(), "--rules", RULES));
        assertThat(scan.code()).as(scan.err()).isZero();
        SnapshotStore store = new SnapshotStore(home());
        String scope = store.get(NOW).manifest().scope();
        assertThat(earlier()).as("nothing was before the first scan").isEmpty();
        OlderScan.make(
                home(),
                NOW,
                EARLIER,
                scope,
                Map.of(
                        "aws_kms_key",
                        List.of(
                                "create table pattern as select rotation from aws_kms_key where rotation.key_rotation_enabled limit 1",
                                "create table off as select rotation from aws_kms_key where not rotation.key_rotation_enabled limit 1",
                                // Now it rotates.
                                "update aws_kms_key set rotation = (from off) where account_id = '210000000004' and region = 'us-east-1'",
                                // Now it may not be asked whether it rotates; then it did.
                                "update aws_kms_key set rotation = (from pattern), unread = map {} where account_id = '210000000004'"
                                        + " and region = 'eu-west-1'",
                                // Now the keys of that region may not be listed; then there was one that did not
                                // rotate.
                                "insert into aws_kms_key select * replace ('eu-central-1' as region, 'eu-central-1' as cell_region, replace(arn, 'us-east-1', 'eu-central-1')"
                                        + " as arn) from aws_kms_key where account_id = '210000000005' and region = 'us-east-1'"
                                        + " and not rotation.key_rotation_enabled"),
                        "aws_vpc_security_group",
                        List.of(
                                // Now it is there and open.
                                "create table wide as from aws_vpc_security_group where account_id = '210000000006' and group_name = 'wide'",
                                "delete from aws_vpc_security_group where account_id = '210000000006' and group_name = 'wide'",
                                // Now it is gone.
                                "insert into aws_vpc_security_group select * replace ('210000000003' as account_id,"
                                        + " '210000000003' as owner_id, replace(arn, '210000000006', '210000000003') as arn) from wide"),
                        "journal",
                        List.of(
                                "update journal set status = 'read', code = '', message = '' where table_name = 'aws_kms_key'")));
        OlderScan.make(home(), NOW, "2026-11-19T07-00-00Z", "of something else", Map.of());
        OlderScan.make(home(), NOW, "2026-11-19T08-00-00Z", scope, Map.of());
        Files.writeString(home().resolve("snapshots/2026-11-19T08-00-00Z/manifest.json"), "{");
    }

    private Optional<String> earlier() {
        SnapshotStore store = new SnapshotStore(home());
        return new SinceLastScan(store, AwsTypes.load(), new PrintWriter(err, true))
                .earlier(store.get(NOW).manifest())
                .map(found -> found.manifest().id());
    }

    /** What a scan in a process of its own prints on standard output. */
    private static String output(String... arguments) throws IOException, InterruptedException {
        List<String> command = JavaProcess.command();
        command.addAll(List.of("scan", "--replay", RECORDING.toString(), "--rules", RULES));
        command.addAll(List.of("--home", home().toString()));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("err.log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("PLUMBLINE_"));
        // The table is UTF-8 wherever it is printed.
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        return said;
    }

    @Test
    void the_table_of_a_scan_ends_with_what_changed_since_the_last_one_of_its_scope() throws Exception {
        String said = output();
        assertThat(said).startsWith("Compliance Center");
        assertThat(said.substring(said.indexOf("\nSince ")).strip().lines())
                .allMatch(line -> line.length() <= 100 || line.contains(" arn:"))
                .containsExactly(
                        "Since 2026-11-19T06-00-00Z: 2 newly failed units, 1 fixed, 2 no longer known, 2 no longer judged",
                        "  2.8 prod-core (210000000004): FAIL → UNKNOWN, 1 unit fixed, 1 no longer known",
                        "  4.1 log-archive (210000000003): FAIL → PASS, 1 unit no longer judged",
                        "  4.1 sandbox (210000000006): PASS → FAIL, 1 newly failed unit",
                        "  4.2 log-archive (210000000003): FAIL → PASS, 1 unit no longer judged",
                        "  4.2 sandbox (210000000006): PASS → FAIL, 1 newly failed unit",
                        "  2.8 prod-data (210000000005): still FAIL, 1 unit no longer known",
                        "  aws_vpc_security_group: 1 appeared, 1 disappeared",
                        "",
                        "Assets:",
                        "changed  aws_kms_key  arn:aws:kms:us-east-1:210000000004:key/28a2af19-588c-4c18-90ce-368c55205cf2",
                        "         rotation.key_rotation_enabled: false → true",
                        "removed  aws_vpc_security_group  arn:aws:ec2:us-east-1:210000000003:security-group/sg-5b17e4adc2f4018d7",
                        "added    aws_vpc_security_group  arn:aws:ec2:us-east-1:210000000006:security-group/sg-5b17e4adc2f4018d7",
                        "3 changes: 1 added, 1 removed, 1 changed");
    }

    @Test
    void json_stays_one_document() throws Exception {
        String said = output("--format", "json");
        assertThat(JsonMapper.shared().readTree(said).path("schema").asInt()).isEqualTo(1);
        assertThat(said).doesNotContain("Since ");
    }

    @Test
    void a_scan_of_another_scope_and_a_damaged_one_are_passed_over() {
        assertThat(earlier()).contains(EARLIER);
        assertThat(err.toString())
                .contains("Note: an earlier scan is passed over.", "2026-11-19T08-00-00Z")
                .doesNotContain("2026-11-19T07-00-00Z");
    }
}
