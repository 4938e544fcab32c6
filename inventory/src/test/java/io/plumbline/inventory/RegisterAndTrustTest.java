package io.plumbline.inventory;

import static io.plumbline.inventory.World.FIRST;
import static io.plumbline.inventory.World.REGION;
import static io.plumbline.inventory.World.SECOND;
import static io.plumbline.inventory.World.arn;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterAndTrustTest {
    @TempDir
    private Path home;

    private static String trust(String principal, String effect) {
        return "{\"Statement\":[{\"Sid\":\"S\",\"Effect\":\"" + effect + "\",\"Principal\":{\"AWS\":\"" + principal
                + "\"},\"Action\":\"sts:AssumeRole\",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"x\"}}}]}";
    }

    @Test
    void accounts_are_ours_a_vendors_of_aws_or_unknown() {
        String role = "arn:aws:iam::" + FIRST + ":role/";
        Inventory inventory = new World(home)
                .row("aws_iam_role", role + "ours", "assume_role_policy_document", trust(SECOND, "Allow"))
                .row(
                        "aws_iam_role",
                        role + "vendor",
                        "assume_role_policy_document",
                        trust("arn:aws:iam::464622532012:root", "Allow"))
                .row("aws_s3_bucket", "arn:aws:s3:::logs", "policy", trust("127311923021", "Allow"))
                .row("aws_iam_role", role + "stranger", "assume_role_policy_document", trust("999988887777", "Allow"))
                .row("aws_iam_role", role + "refused", "assume_role_policy_document", trust("888877776666", "Deny"))
                .row(
                        "aws_vpc_peering_connection",
                        arn(FIRST, "ec2", "vpc-peering-connection/pcx-1"),
                        "accepter_vpc_info",
                        Map.of("owner_id", "999988887777"))
                .inventory();
        List<Trust.Account> accounts = Trust.of(inventory, false);
        assertThat(accounts)
                .extracting(account -> account.owner() + " " + account.id() + " " + account.name() + " "
                        + account.references() + (account.denied() ? " denied" : ""))
                .containsExactly(
                        "UNKNOWN 888877776666  1 denied",
                        "UNKNOWN 999988887777  2",
                        "VENDOR 464622532012 Datadog 1",
                        "AWS 127311923021 Elastic Load Balancing access logs 1",
                        "OURS " + SECOND + " second 1");
        assertThat(accounts.get(1).where())
                .containsExactly(
                        new Trust.Place(
                                FIRST,
                                REGION,
                                arn(FIRST, "ec2", "vpc-peering-connection/pcx-1"),
                                "aws_vpc_peering_connection",
                                "accepter_vpc_info.owner_id",
                                "999988887777",
                                "",
                                "",
                                "",
                                ""),
                        new Trust.Place(
                                FIRST,
                                REGION,
                                role + "stranger",
                                "aws_iam_role",
                                "assume_role_policy_document",
                                "999988887777",
                                "S",
                                "Allow",
                                "Principal",
                                "StringEquals sts:ExternalId [x]"));
        assertThat(accounts.getLast().where()).isEmpty();
        assertThat(Trust.of(inventory, true).getLast().where()).hasSize(1);
    }

    @Test
    void the_register_says_who_owns_an_account_and_what_rules_it() {
        World world = new World(home)
                .rowOf(
                        "aws_account",
                        FIRST,
                        "global",
                        "arn:aws:iam::" + FIRST + ":root",
                        "email",
                        "root@example.com",
                        "security_contact",
                        Map.of("name", "Ana", "email_address", "security@example.com"),
                        "tags",
                        Map.of("Owner", "shop", "CostCentre", "42", "color", "red"))
                .rowOf(
                        "aws_organizations_policy",
                        FIRST,
                        "global",
                        "arn:aws:organizations::" + FIRST + ":policy/o/p-1",
                        "name",
                        "DenyRegions",
                        "type",
                        "SERVICE_CONTROL_POLICY",
                        "targets",
                        List.of(
                                Map.of("target_id", "ou-ab12-11111111", "name", "Workloads"),
                                Map.of("target_id", SECOND, "name", "second")))
                .rowOf(
                        "aws_organizations_policy",
                        FIRST,
                        "global",
                        "arn:aws:organizations::" + FIRST + ":policy/o/p-2",
                        "name",
                        "Tags",
                        "type",
                        "TAG_POLICY",
                        "targets",
                        List.of(Map.of("target_id", "r-ab12", "name", "Root")))
                .cell(FIRST, REGION, "aws_vpc", "denied", "AccessDenied");
        List<AccountRegister.Account> accounts =
                AccountRegister.of(world.write("2026-06-30T12-00-00Z"), World.TYPES, world.store());
        AccountRegister.Account first = accounts.getFirst();
        assertThat(first.email()).isEqualTo("root@example.com");
        assertThat(first.ouPath()).isEqualTo("Root/Workloads");
        assertThat(first.contacts()).containsExactly(Map.entry("security", "Ana, security@example.com"));
        assertThat(first.ownerTags()).containsOnlyKeys("Owner", "CostCentre");
        assertThat(first.gaps()).isEqualTo(1);
        assertThat(first.lastScan()).contains("2026-06-30T12-00-00Z");
        assertThat(accounts)
                .extracting(account -> account.policies().stream()
                        .map(one -> one.name() + one.inheritedFrom())
                        .toList())
                .containsExactly(
                        List.of("DenyRegions" + Optional.of("Workloads")),
                        List.of("DenyRegions" + Optional.of("Workloads"), "DenyRegions" + Optional.empty()));
    }

    @Test
    void a_default_vpc_does_not_make_a_region_used_and_an_unread_one_may_be() {
        Stats stats = Stats.of(new World(home)
                .rowOf(
                        "aws_vpc",
                        FIRST,
                        "us-east-1",
                        "arn:aws:ec2:us-east-1:" + FIRST + ":vpc/vpc-1",
                        "is_default",
                        true)
                .rowOf("aws_region", FIRST, "us-east-1", "arn:aws:ec2:us-east-1:" + FIRST + ":region")
                .rowOf("aws_vpc", FIRST, REGION, arn(FIRST, "ec2", "vpc/vpc-2"), "is_default", false)
                .rowOf("aws_vpc", SECOND, REGION, arn(SECOND, "ec2", "vpc/vpc-3"), "is_default", true)
                .cell(FIRST, "us-east-1", "aws_ec2_instance", "denied", "AccessDenied")
                .inventory());
        assertThat(stats.total()).isEqualTo(4);
        assertThat(stats.regions())
                .containsExactly(
                        new Stats.RegionCount(REGION, 2, 1, 1, List.of("aws_vpc"), 0),
                        new Stats.RegionCount("us-east-1", 2, 0, 0, List.of(), 1));
        assertThat(stats.accounts()).extracting(Stats.AccountCount::assets).containsExactly(3L, 1L);
        assertThat(stats.types().getFirst()).isEqualTo(new Stats.TypeCount("aws_vpc", 3, 2, 2));
    }
}
