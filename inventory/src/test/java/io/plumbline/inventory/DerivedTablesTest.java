package io.plumbline.inventory;

import static io.plumbline.inventory.World.FIRST;
import static io.plumbline.inventory.World.SECOND;
import static io.plumbline.inventory.World.arn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The derived tables, of rows written by hand. */
class DerivedTablesTest {
    private static final String VPC = arn(FIRST, "ec2", "vpc/vpc-0a1b2c3d");
    private static final String SUBNET = arn(FIRST, "ec2", "subnet/subnet-0a1b2c3d");
    private static final String INSTANCE = arn(FIRST, "ec2", "instance/i-0a1b2c3d");

    @TempDir
    private Path home;

    @Test
    void a_side_table_describes_an_asset_and_does_not_double_it() {
        String user = "arn:aws:iam::" + FIRST + ":user/ana";
        Inventory inventory = new World(home)
                .row("aws_iam_user", user, "name", "ana", "create_date", "2026-01-02T03:04:05Z")
                .row("aws_iam_credential_report", user, "name", "ana")
                .row("aws_resource_tag", user)
                .inventory();
        assertThat(World.ask(inventory, "select type, tables, name, strftime(created, '%Y-%m-%dT%H:%M:%S') from asset"))
                .containsExactly(
                        "aws_iam_user | [aws_iam_credential_report, aws_iam_user, aws_resource_tag] | ana | 2026-01-02T03:04:05");
    }

    @Test
    void of_two_accounts_that_show_an_asset_its_own_one_counts() {
        String trail = arn(FIRST, "cloudtrail", "trail/all");
        Inventory inventory = new World(home)
                .rowOf("aws_cloudtrail_trail", SECOND, World.REGION, trail, "name", "all")
                .row("aws_cloudtrail_trail", trail, "name", "all")
                .inventory();
        assertThat(World.ask(inventory, "select account_id from asset")).containsExactly(FIRST);
    }

    @Test
    void the_hash_follows_the_configuration_and_nothing_else() {
        String role = "arn:aws:iam::" + FIRST + ":role/";
        Inventory inventory = new World(home)
                .row("aws_iam_role", role + "same", "path", "/a/", "role_last_used", Map.of("region", "eu-west-1"))
                .inventory();
        String before = World.ask(inventory, "select hash from asset").getFirst();
        Inventory used = new World(home.resolve("used"))
                .row("aws_iam_role", role + "same", "path", "/a/", "role_last_used", Map.of("region", "us-east-1"))
                .inventory();
        Inventory changed = new World(home.resolve("changed"))
                .row("aws_iam_role", role + "same", "path", "/b/")
                .inventory();
        assertThat(World.ask(used, "select hash from asset")).containsExactly(before);
        assertThat(World.ask(changed, "select hash from asset"))
                .doesNotContain(before)
                .allMatch(hash -> hash.matches("[0-9a-f]{16}"));
    }

    @Test
    void ids_deep_in_a_row_lead_to_the_assets_that_they_name() {
        Inventory inventory = new World(home)
                .row("aws_vpc", VPC, "vpc_id", "vpc-0a1b2c3d")
                .row("aws_vpc_subnet", SUBNET, "subnet_id", "subnet-0a1b2c3d", "vpc_id", "vpc-0a1b2c3d")
                .row(
                        "aws_ec2_instance",
                        INSTANCE,
                        "instance_id",
                        "i-0a1b2c3d",
                        "subnet_id",
                        "subnet-0a1b2c3d",
                        "network_interfaces",
                        List.of(Map.of("groups", List.of(Map.of("group_id", "sg-0a1b2c3d")))))
                .row(
                        "aws_vpc_security_group",
                        arn(FIRST, "ec2", "security-group/sg-0a1b2c3d"),
                        "group_id",
                        "sg-0a1b2c3d")
                .row(
                        "aws_ebs_volume",
                        arn(FIRST, "ec2", "volume/vol-0a1b2c3d"),
                        "attachments",
                        List.of(Map.of("instance_id", "i-0a1b2c3d")))
                .inventory();
        assertThat(World.ask(inventory, "select from_type, kind, to_type from asset_relation order by all"))
                .containsExactly(
                        "aws_ebs_volume | attachments[].instance_id | aws_ec2_instance",
                        "aws_ec2_instance | network_interfaces[].groups[].group_id | aws_vpc_security_group",
                        "aws_ec2_instance | subnet_id | aws_vpc_subnet",
                        "aws_vpc_subnet | vpc_id | aws_vpc");
    }

    @Test
    void of_several_assets_with_an_id_the_one_nearby_is_meant() {
        String there = arn(SECOND, "ec2", "vpc/vpc-0a1b2c3d");
        Inventory inventory = new World(home)
                .rowOf("aws_vpc", SECOND, World.REGION, there, "vpc_id", "vpc-0a1b2c3d")
                .row("aws_vpc", VPC, "vpc_id", "vpc-0a1b2c3d")
                .row("aws_vpc_subnet", SUBNET, "vpc_id", "vpc-0a1b2c3d")
                .inventory();
        assertThat(World.ask(inventory, "select to_arn from asset_relation")).containsExactly(VPC);
    }

    @Test
    void names_documents_parts_and_tags_relate_too() {
        String role = "arn:aws:iam::" + FIRST + ":role/deploy";
        String bucket = "arn:aws:s3:::logs";
        String stack = arn(FIRST, "cloudformation", "stack/base/4ab1b7f9-63e7-4cd6-9710-b5b6d905c4d4");
        Inventory inventory = new World(home)
                .row("aws_iam_role", role, "name", "deploy")
                .row(
                        "aws_s3_bucket",
                        bucket,
                        "name",
                        "logs",
                        "policy",
                        "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + role
                                + "\"},\"Action\":\"*\",\"Resource\":\"*\"}]}")
                .rowOf(
                        "aws_cloudtrail_trail",
                        SECOND,
                        World.REGION,
                        arn(SECOND, "cloudtrail", "trail/t"),
                        "s3_bucket_name",
                        "logs")
                .row("aws_iam_access_key", "arn:aws:iam::" + FIRST + ":user/ana/AKIAEXAMPLE")
                .row("aws_iam_user", "arn:aws:iam::" + FIRST + ":user/ana", "name", "ana")
                .row("aws_cloudformation_stack", stack, "name", "base")
                .row("aws_sqs_queue", arn(FIRST, "sqs", "q"), "tags", Map.of("aws:cloudformation:stack-id", stack))
                .inventory();
        assertThat(World.ask(inventory, "select from_type, kind, to_type from asset_relation order by all"))
                .containsExactly(
                        "aws_cloudtrail_trail | s3_bucket_name | aws_s3_bucket",
                        "aws_iam_access_key | arn | aws_iam_user",
                        "aws_s3_bucket | policy | aws_iam_role",
                        "aws_sqs_queue | tags.aws:cloudformation:stack-id | aws_cloudformation_stack");
    }

    @Test
    void twelve_digits_are_an_account_only_where_accounts_stand() {
        Inventory inventory = new World(home)
                .row(
                        "aws_ec2_ami",
                        "arn:aws:ec2:eu-west-1::image/ami-0a1b2c3d",
                        "name",
                        "build-999988887777",
                        "description",
                        "999988887777",
                        "owner_id",
                        FIRST,
                        "launch_permissions",
                        List.of(Map.of("user_id", "888877776666")))
                .row(
                        "aws_sns_topic",
                        arn(FIRST, "sns", "t"),
                        "attributes",
                        Map.of("Owner", "777766665555", "DisplayName", "999988887777"))
                .row(
                        "aws_lambda_function",
                        arn(FIRST, "lambda", "function:f"),
                        "role",
                        "arn:aws:iam::666655554444:role/x",
                        "tags",
                        Map.of("owner", "555544443333"))
                .row("aws_guardduty_finding", arn(FIRST, "guardduty", "finding"), "account_id", FIRST)
                .inventory();
        assertThat(World.ask(inventory, "select account_id, type, column_path from account_reference order by all"))
                .containsExactly(
                        "666655554444 | aws_lambda_function | role",
                        "777766665555 | aws_sns_topic | attributes.Owner",
                        "888877776666 | aws_ec2_ami | launch_permissions[].user_id");
    }

    @Test
    void names_with_quotes_line_ends_and_emoji_pass_through() {
        String name = "O'Brien \"x\"\n🦊; drop table asset";
        Inventory inventory = new World(home)
                .row("aws_vpc", VPC, "name", name, "tags", Map.of("it's\n\"a\" 🦊", "'"))
                .inventory();
        assertThat(World.ask(inventory, "select name from asset")).containsExactly(name);
        assertThat(AssetView.of(inventory, "vpc-0a1b2c3d").tags()).containsEntry("it's\n\"a\" 🦊", "'");
        assertThatThrownBy(() -> AssetView.of(inventory, "it's not there\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("There is no asset 'it's not there")
                .hasMessageContaining("assets search");
    }

    @Test
    void an_inventory_is_made_once_and_anew_when_the_snapshot_is_another() throws IOException {
        World world = new World(home).row("aws_vpc", VPC, "name", "one");
        Snapshot snapshot = world.write("2026-06-30T12-00-00Z");
        assertThat(Inventory.isMade(snapshot)).isFalse();
        Inventory.of(snapshot, World.TYPES);
        assertThat(Inventory.isMade(snapshot)).isTrue();
        Path derived = snapshot.folder().resolve("derived");
        Files.writeString(
                snapshot.folder().resolve("manifest.json"),
                Files.readString(snapshot.folder().resolve("manifest.json")) + "\n");
        assertThat(Inventory.isMade(snapshot)).isFalse();
        assertThat(World.ask(Inventory.of(snapshot, World.TYPES), "select name from asset"))
                .containsExactly("one");
        try (Stream<Path> left = Files.list(derived)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void a_snapshot_with_nothing_in_it_has_empty_tables() {
        Inventory inventory = new World(home).read("aws_vpc").inventory();
        for (String table : List.of("asset", "asset_relation", "account_reference")) {
            assertThat(World.ask(inventory, "select count(*) from " + table)).containsExactly("0");
        }
        assertThat(Trust.of(inventory, true)).isEmpty();
        assertThat(Stats.of(inventory).total()).isZero();
    }

    @Test
    void the_columns_are_those_that_are_documented() {
        Inventory inventory = new World(home).row("aws_vpc", VPC).inventory();
        DerivedTables.all()
                .forEach(table -> assertThat(World.ask(
                                inventory,
                                "select column_name || ' ' || column_type from (describe " + table.name() + ")"))
                        .containsExactlyElementsOf(table.columns().stream()
                                .map(column -> column.name() + " "
                                        + column.type().replace("TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE"))
                                .toList()));
    }
}
