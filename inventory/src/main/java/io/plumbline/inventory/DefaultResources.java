package io.plumbline.inventory;

import io.plumbline.snapshot.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What AWS itself puts into every region, and settings that every region has: that they are there does not mean that anybody uses the
 * region.
 */
final class DefaultResources {
    private static final Map<String, String> CONDITIONS = Map.ofEntries(
            Map.entry("aws_vpc", "is_default"),
            Map.entry("aws_vpc_subnet", "default_for_az"),
            Map.entry("aws_vpc_security_group", "group_name = 'default'"),
            Map.entry("aws_vpc_network_acl", "is_default"),
            Map.entry("aws_vpc_route_table", "len(list_filter(associations, lambda a: a.main)) > 0"),
            Map.entry("aws_kms_key", "key_manager = 'AWS'"),
            Map.entry("aws_athena_workgroup", "name = 'primary'"),
            Map.entry("aws_eventbridge_bus", "name = 'default'"),
            Map.entry("aws_ec2_prefix_list", "owner_id = 'AWS'"),
            Map.entry("aws_guardduty_detector", "not starts_with(split_part(arn, ':', 6), 'detector/')"));

    /** Tables whose rows say how an account or a region is set, not what is in it. */
    private static final Set<String> SETTINGS = Set.of(
            "aws_account",
            "aws_bedrock_logging",
            "aws_ec2_regional_settings",
            "aws_glue_catalog_settings",
            "aws_iam_account_summary",
            "aws_iam_password_policy",
            "aws_inspector2_account",
            "aws_region",
            "aws_resource_tag",
            "aws_s3_account_public_access_block",
            "aws_servicequota",
            "aws_ssm_service_setting",
            "aws_support_trusted_advisor");

    private DefaultResources() {}

    static Set<String> settings() {
        return SETTINGS;
    }

    /** The tables that are looked into. */
    static List<String> tables() {
        return CONDITIONS.keySet().stream().sorted().toList();
    }

    /** A SELECT of the ARNs of those that AWS made. */
    static String arns(Collection<String> collected) {
        String select = CONDITIONS.entrySet().stream()
                .filter(entry -> collected.contains(entry.getKey()))
                .map(entry -> "select arn from " + Sql.name(entry.getKey()) + " where " + entry.getValue())
                .collect(Collectors.joining(" union all "));
        String gateways = collected.contains("aws_vpc_internet_gateway") && collected.contains("aws_vpc")
                ? "select g.arn from aws_vpc_internet_gateway g join aws_vpc v on v.is_default"
                        + " and list_contains(list_transform(g.attachments, lambda a: a.vpc_id), v.vpc_id)"
                : "";
        String both = select.isEmpty() || gateways.isEmpty() ? select + gateways : select + " union all " + gateways;
        return both.isEmpty() ? "select ''::varchar as arn where false" : both;
    }
}
