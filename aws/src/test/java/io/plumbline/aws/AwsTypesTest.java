package io.plumbline.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.collect.ScanPolicy;
import io.plumbline.collect.ScanRole;
import io.plumbline.collect.Source;
import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.TableSchema;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AwsTypesTest {
    private static final AwsTypes TYPES = AwsTypes.load();

    @Test
    void every_table_has_its_own_name_and_every_column_too() {
        assertThat(TYPES.tables()).isNotEmpty();
        assertThat(TYPES.tables().stream().map(TableSchema::name))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("aws_[a-z0-9_]+"));
        for (TableSchema table : TYPES.tables()) {
            assertThat(table.columns().stream().map(Column::name))
                    .as(table.name())
                    .doesNotHaveDuplicates()
                    .contains("arn", "account_id", "region", "unread");
            assertThat(table.description()).as(table.name()).endsWith(".");
        }
    }

    @Test
    void duckdb_knows_every_type_of_column() {
        try (Database database = Database.open()) {
            for (TableSchema table : TYPES.tables()) {
                database.execute("create table " + table.name() + " ("
                        + table.columns().stream()
                                .map(column -> column.quoted() + " " + column.type())
                                .collect(Collectors.joining(", "))
                        + ")");
            }
        }
    }

    @Test
    void every_action_is_written_as_iam_writes_it() {
        for (Source<?, ?> source : TYPES.sources()) {
            assertThat(source.actions())
                    .as(source.table())
                    .isNotEmpty()
                    .allMatch(action -> action.matches("[a-z0-9-]+:[A-Z][A-Za-z0-9]+"));
            source.schema().columns().stream()
                    .filter(Column::detail)
                    .forEach(column -> assertThat(source.actions()).contains(source.action(column.name())));
        }
    }

    /** Reading is all that a scan does; having AWS make a report changes nothing in the account. */
    @Test
    void no_action_changes_anything() {
        TYPES.sources()
                .forEach(source -> assertThat(source.actions())
                        .as(source.table())
                        // Verbs that read. Two ask AWS to write a report for the reader; GET is API Gateway's only word
                        // for reading.
                        .allMatch(action -> action.matches(
                                "[a-z0-9-]+:((List|Describe|Get|BatchGet|View|Search|Lookup|Select)[A-Z].*|GET|"
                                        + "GenerateCredentialReport|GenerateServiceLastAccessedDetails)")));
    }

    @Test
    void seeds_of_mfa_devices_have_no_column() {
        TableSchema devices = TYPES.table("aws_iam_virtual_mfa_device").orElseThrow();
        assertThat(devices.columns().stream().map(Column::name))
                .noneMatch(name -> name.contains("seed") || name.contains("qr"));
    }

    @Test
    void what_no_hash_may_be_kept_of_has_no_column() {
        assertThat(columns("aws_vpn_connection")).contains("options").doesNotContain("customer_gateway_configuration");
        assertThat(columns("aws_sfn_state_machine")).contains("role_arn").doesNotContain("definition");
        assertThat(type("aws_directconnect_connection", "virtual_interfaces"))
                .contains("vlan")
                .doesNotContain("customer_router_config", "STRUCT(auth_key");
        assertThat(type("aws_route53_domain", "registration")).doesNotContain("registrant_contact");
        assertThat(columns("aws_identitystore_user")).doesNotContain("addresses", "phone_numbers", "birthdate");
    }

    private static List<String> columns(String table) {
        return TYPES.table(table).orElseThrow().columns().stream()
                .map(Column::name)
                .toList();
    }

    private static String type(String table, String column) {
        return TYPES.table(table).orElseThrow().columns().stream()
                .filter(known -> known.name().equals(column))
                .map(Column::type)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_policy_of_a_scan_holds_every_action_in_every_form() {
        ScanPolicy policy = ScanPolicy.all(TYPES.sources());
        List<String> actions = List.copyOf(policy.actions());
        assertThat(actions).isNotEmpty().doesNotContain("sts:GetCallerIdentity");
        JsonNode statement =
                JsonMapper.shared().readTree(policy.json()).get("Statement").get(0);
        assertThat(statement.get("Action").valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(actions);
        assertThat(new ScanRole(policy).terraform())
                .contains(actions.stream().map(action -> '"' + action + "\",").toList());
        assertThat(new ScanRole(policy).cloudFormation().lines().map(String::strip))
                .containsAll(actions.stream().map(action -> "- " + action).toList());
    }
}
