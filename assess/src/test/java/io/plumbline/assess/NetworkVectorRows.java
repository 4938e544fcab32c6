package io.plumbline.assess;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** {@link VectorRows} of networks. */
final class NetworkVectorRows {
    private static final String EC2 = "arn:aws:ec2:us-east-1:" + VectorRows.ACCOUNT + ":";
    private static final String GROUP = EC2 + "security-group/sg-1";
    private static final Map<String, Object> VPC =
            Map.of("arn", EC2 + "vpc/vpc-1", "vpc_id", "vpc-1", "owner_id", VectorRows.ACCOUNT);

    private NetworkVectorRows() {}

    static VectorRows.World flowLogs(JsonNode input) {
        VectorRows.World world = VectorRows.World.of(EC2 + "vpc/vpc-1").with("aws_vpc", VPC);
        input.valueStream().forEach(log -> {
            Map<String, Object> row = new LinkedHashMap<>(VectorRows.snake(log));
            row.putAll(Map.of("flow_log_id", "fl-1", "resource_id", "vpc-1"));
            world.with("aws_vpc_flow_log", row);
        });
        return world;
    }

    static VectorRows.World openGroup(JsonNode input) {
        VectorRows.World world = VectorRows.World.of(GROUP);
        List<Object> permissions = IntStream.range(0, input.size())
                .<Object>mapToObj(n -> permission(world, input.get(n), "pl-" + n))
                .toList();
        return world.with("aws_vpc_security_group", group("web", permissions, List.of()));
    }

    private static Map<String, Object> permission(VectorRows.World world, JsonNode rule, String list) {
        Map<String, Object> permission =
                new LinkedHashMap<>(Map.of("ip_protocol", rule.get("IpProtocol").asString()));
        if (rule.get("FromPort").isNumber()) {
            permission.put("from_port", rule.get("FromPort").asInt());
            permission.put("to_port", rule.get("ToPort").asInt());
        }
        permission.put("ip_ranges", cidrs(rule, "cidr_ip", false));
        permission.put("ipv6_ranges", cidrs(rule, "cidr_ipv6", true));
        if (!rule.get("prefix_list_cidrs").isEmpty()) {
            permission.put("prefix_list_ids", List.of(Map.of("prefix_list_id", list)));
            world.with(
                    "aws_ec2_prefix_list",
                    Map.of(
                            "arn",
                            EC2 + "prefix-list/" + list,
                            "prefix_list_id",
                            list,
                            "owner_id",
                            VectorRows.ACCOUNT,
                            "entries",
                            rule.get("prefix_list_cidrs")
                                    .valueStream()
                                    .map(cidr -> Map.of("cidr", cidr.asString()))
                                    .toList()));
        }
        return permission;
    }

    private static List<Map<String, String>> cidrs(JsonNode rule, String name, boolean colons) {
        return rule.get("cidrs")
                .valueStream()
                .map(JsonNode::asString)
                .filter(cidr -> cidr.contains(":") == colons)
                .map(cidr -> Map.of(name, cidr))
                .toList();
    }

    private static Map<String, Object> group(String name, List<Object> ingress, List<Object> egress) {
        return Map.of(
                "arn", GROUP,
                "group_id", "sg-1",
                "group_name", name,
                "owner_id", VectorRows.ACCOUNT,
                "vpc_id", "vpc-1",
                "ip_permissions", ingress,
                "ip_permissions_egress", egress);
    }

    static VectorRows.World defaultGroup(JsonNode input) {
        Object any = Map.of("ip_protocol", "-1");
        return VectorRows.World.of(GROUP)
                .with("aws_vpc", VPC)
                .with(
                        "aws_vpc_security_group",
                        group(
                                "default",
                                IntStream.range(0, input.get("i").asInt())
                                        .mapToObj(n -> any)
                                        .toList(),
                                IntStream.range(0, input.get("e").asInt())
                                        .mapToObj(n -> any)
                                        .toList()));
    }

    static VectorRows.World peering(JsonNode input) {
        String table = EC2 + "route-table/rtb-1";
        return VectorRows.World.of(table)
                .with(
                        "aws_vpc_route_table",
                        Map.of(
                                "arn",
                                table,
                                "route_table_id",
                                "rtb-1",
                                "vpc_id",
                                "vpc-1",
                                "owner_id",
                                VectorRows.ACCOUNT,
                                "routes",
                                input.get("dest")
                                        .valueStream()
                                        .map(cidr -> Map.of(
                                                "destination_cidr_block", cidr.asString(),
                                                "vpc_peering_connection_id", "pcx-1",
                                                "state", "active"))
                                        .toList()))
                .with(
                        "aws_vpc_peering_connection",
                        Map.of(
                                "arn", EC2 + "vpc-peering-connection/pcx-1",
                                "vpc_peering_connection_id", "pcx-1",
                                "status", Map.of("code", "active"),
                                "requester_vpc_info", side("vpc-1", VectorRows.ACCOUNT, List.of("10.1.0.0/16")),
                                "accepter_vpc_info",
                                        side(
                                                "vpc-2",
                                                "444455556666",
                                                input.get("peer")
                                                        .valueStream()
                                                        .map(JsonNode::asString)
                                                        .toList())));
    }

    private static Map<String, Object> side(String vpc, String owner, List<String> cidrs) {
        return Map.of(
                "vpc_id",
                vpc,
                "owner_id",
                owner,
                "cidr_block",
                cidrs.getFirst(),
                "cidr_block_set",
                cidrs.stream().map(cidr -> Map.of("cidr_block", cidr)).toList());
    }
}
