package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands on the inventory, as people call them, on two recorded days of the estate; on the second a role trusts a stranger. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InventoryCommandsTest {
    private static final Path RECORDING = Path.of("../estate/src/main/resources/io/plumbline/estate/recording");
    private static final String ROLE = "arn:aws:iam::210000000006:role/PlumblineAudit";
    private static final String STRANGER = "999988887777";

    @TempDir
    static Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    void scan_two_days() throws IOException {
        Path later = folder.resolve("later");
        try (Stream<Path> files = Files.walk(RECORDING)) {
            for (Path file : files.toList()) {
                Files.copy(file, later.resolve(RECORDING.relativize(file)));
            }
        }
        replace(later.resolve("recording.json"), "2026-11-20T06", "2026-11-21T06");
        Path iam = later.resolve("answers/210000000006/us-east-1/iam");
        try (Stream<Path> answers = Files.list(iam)) {
            Path answer = answers.filter(
                            file -> file.getFileName().toString().startsWith("GetAccountAuthorizationDetails"))
                    .findFirst()
                    .orElseThrow();
            String trusted = "\\\"arn:aws:iam::210000000001:root\\\"";
            replace(answer, trusted, "[" + trusted + ", \\\"" + STRANGER + "\\\"]");
        }
        for (Path day : List.of(RECORDING, later)) {
            String output = folder.resolve("reports").toString();
            assertThat(run("scan", "--replay", day.toString(), "--output", output))
                    .as(err.toString())
                    .isZero();
        }
    }

    private static void replace(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err, true));
        line.setOut(new PrintWriter(out, true));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", folder.resolve("home").toString()));
        return line.execute(all.toArray(String[]::new));
    }

    private String said(String... arguments) {
        assertThat(run(arguments)).as(err.toString()).isZero();
        assertThat(out.toString()
                        .lines()
                        .filter(line ->
                                !line.contains("arn:") && !List.of(arguments).contains("csv")))
                .as("every line without an ARN fits 100 columns")
                .allMatch(line -> line.codePointCount(0, line.length()) <= 100);
        return out.toString();
    }

    private JsonNode json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--format", "json"));
        assertThat(run(all.toArray(String[]::new))).as(err.toString()).isZero();
        return JsonMapper.shared().readTree(out.toString());
    }

    @Test
    void search_finds_users_by_name_and_networks_by_address() {
        assertThat(said("assets", "search", "zoe")).contains("arn:aws:iam::210000000004:user/zoe", "exact");
        assertThat(said("assets", "search", "10.20.0.0")).contains(":vpc/vpc-");
        assertThat(json("assets", "search", "plumblineaudit", "--account", "210000000006")
                        .path("assets")
                        .get(0)
                        .path("arn")
                        .asString())
                .isEqualTo(ROLE);
        assertThat(said("assets", "search", "org-trail", "--type", "aws_s3_bucket", "--format", "csv"))
                .contains("arn:aws:s3:::plumb-org-trail,aws_s3_bucket,210000000003");
        assertThat(said("assets", "search", "nothinglikethis")).isEmpty();
        assertThat(err.toString()).contains("Nothing found");
        assertThat(run("assets", "search", "::")).isEqualTo(1);
        assertThat(err.toString()).contains("no word to search for");
        assertThat(run("assets", "search", "x", "--limit", "0")).isEqualTo(2);
        assertThat(run("assets")).isEqualTo(2);
    }

    @Test
    void show_tells_configuration_relations_and_what_became_of_it() {
        assertThat(said("assets", "show", ROLE))
                .contains(
                        "assume_role_policy_document",
                        STRANGER,
                        "Names",
                        "arn:aws:iam::210000000001:root",
                        "Timeline",
                        "changed");
        JsonNode vpc = json("assets", "search", "main", "--type", "aws_vpc", "--account", "210000000005,210000000004");
        String arn = vpc.path("assets").get(0).path("arn").asString();
        JsonNode shown =
                json("assets", "show", arn.substring(arn.lastIndexOf('/') + 1)).path("asset");
        assertThat(shown.path("arn").asString()).isEqualTo(arn);
        assertThat(shown.path("referredToBy")
                        .valueStream()
                        .map(one -> one.path("type").asString()))
                .contains("aws_vpc_security_group", "aws_ec2_instance");
        assertThat(run("assets", "show", "arn:aws:s3:::no-such-bucket")).isEqualTo(1);
        assertThat(err.toString()).contains("There is no asset 'arn:aws:s3:::no-such-bucket'", "assets search");
    }

    @Test
    void the_timeline_of_a_role_has_the_stranger_in_its_second_day() {
        JsonNode timeline = json("assets", "timeline", ROLE).path("timeline");
        assertThat(timeline.valueStream().map(entry -> entry.path("event").asString()))
                .containsExactly("FIRST_SEEN", "CHANGED");
        assertThat(timeline.get(1)
                        .path("changes")
                        .valueStream()
                        .map(change -> change.path("field").asString()))
                .containsExactly("assume_role_policy_document");
        assertThat(said("assets", "timeline", ROLE))
                .contains("2026-11-20T06-00-00Z  first seen", "2026-11-21T06-00-00Z  changed");
        assertThat(json("assets", "timeline", "arn:aws:s3:::plumb-org-trail")
                        .path("timeline")
                        .get(1)
                        .path("event")
                        .asString())
                .isEqualTo("UNCHANGED");
        assertThat(run("assets", "timeline", "arn:aws:s3:::no-such-bucket")).isEqualTo(1);
        assertThat(err.toString()).contains("No snapshot holds");
    }

    @Test
    void trust_finds_the_planted_unknown_account_and_can_fail_a_build() {
        assertThat(said("trust"))
                .startsWith("UNKNOWN " + STRANGER)
                .contains(ROLE, "Allow Principal", "OURS    210000000001");
        assertThat(run("trust", "--fail-on", "unknown")).isEqualTo(3);
        assertThat(run("trust", "--fail-on", "unknown", "--snapshot", "2026-11-20T06-00-00Z"))
                .isZero();
        JsonNode first = json("trust").path("accounts").get(0);
        assertThat(first.path("owner").asString()).isEqualTo("UNKNOWN");
        assertThat(first.path("where").get(0).path("column").asString()).isEqualTo("assume_role_policy_document");
        assertThat(said("trust", "--format", "csv")).contains(STRANGER + ",unknown,,210000000006,global," + ROLE);
    }

    @Test
    void stats_count_and_name_the_used_regions() {
        assertThat(said("stats")).contains("ACCOUNT", "sandbox", "us-east-1", "aws_iam_role");
        JsonNode stats = json("stats");
        long total = stats.path("types")
                .valueStream()
                .mapToLong(type -> type.path("assets").asLong())
                .sum();
        assertThat(total).isEqualTo(stats.path("total").asLong()).isPositive();
        assertThat(stats.path("accounts").size()).isEqualTo(8);
        assertThat(stats.path("regions")
                        .valueStream()
                        .filter(region -> region.path("used").asBoolean())
                        .map(region -> region.path("region").asString()))
                .contains("us-east-1", "af-south-1");
    }

    @Test
    void accounts_are_listed_with_unit_mail_and_last_scan() {
        assertThat(said("accounts"))
                .contains("prod-core (210000000004)", "Workloads/Production", "2026-11-21T06-00-00Z");
        JsonNode accounts = json("accounts").path("accounts");
        assertThat(accounts.valueStream().map(account -> account.path("name").asString()))
                .contains("acquired", "old-lab")
                .hasSize(8);
        accounts.valueStream()
                .filter(account -> account.path("name").asString().equals("acquired"))
                .forEach(account ->
                        assertThat(account.path("entered").asBoolean()).isFalse());
        assertThat(said("accounts", "--format", "csv")).startsWith("account_id,name,state,email");
    }

    @Test
    void unused_says_what_it_did_not_look_at() {
        assertThat(said("unused")).contains("Not looked for: volume (aws_ebs_volume): was not collected");
        assertThat(json("unused")
                        .path("gaps")
                        .valueStream()
                        .map(gap -> gap.path("kind").asString()))
                .contains("image", "snapshot");
        assertThat(said("unused", "--format", "csv")).startsWith("kind,status,account_id,region,arn");
    }

    @Test
    void the_derived_tables_can_be_asked_and_are_documented() {
        assertThat(json(
                                "query",
                                "select type, count(*) as n from asset join asset_relation on from_arn = arn where to_type = 'aws_vpc'"
                                        + " group by type order by type")
                        .path("rows")
                        .valueStream()
                        .map(row -> row.path("type").asString()))
                .contains("aws_vpc_route_table", "aws_vpc_security_group");
        assertThat(said(
                        "query",
                        "select account_id from account_reference where holder_account_id = '210000000006' order by 1"))
                .contains(STRANGER);
        assertThat(run("query", "select * from asset, read_text('/etc/passwd')"))
                .isEqualTo(1);
        StringWriter tables = new StringWriter();
        assertThat(Main.commandLine().setOut(new PrintWriter(tables)).execute("tables", "asset_relation"))
                .isZero();
        assertThat(tables.toString()).contains("from_arn", "to_arn", "kind");
    }
}
