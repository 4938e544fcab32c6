package io.plumbline.inventory;

import static io.plumbline.inventory.World.FIRST;
import static io.plumbline.inventory.World.REGION;
import static io.plumbline.inventory.World.SECOND;
import static io.plumbline.inventory.World.arn;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusedTest {
    @TempDir
    private Path home;

    private static List<String> told(World world) {
        return Unused.of(world.inventory()).findings().stream()
                .map(one -> one.kind() + " " + one.name() + " " + one.status()
                        + (one.ageDays().isPresent() ? " " + one.ageDays().getAsLong() + "d" : "")
                        + (one.missing().isEmpty() ? "" : " " + one.missing()))
                .toList();
    }

    private World group(World world, String name, String id, Object... more) {
        Object[] columns = new Object[more.length + 4];
        System.arraycopy(new Object[] {"group_id", id, "group_name", name}, 0, columns, 0, 4);
        System.arraycopy(more, 0, columns, 4, more.length);
        return world.row("aws_vpc_security_group", arn(FIRST, "ec2", "security-group/" + id), columns);
    }

    private static Object rule(String group) {
        return List.of(Map.of("user_id_group_pairs", List.of(Map.of("group_id", group))));
    }

    @Test
    void a_group_is_used_by_an_interface_or_another_group_and_not_by_itself() {
        World world = new World(home).read("aws_vpc_security_group", "aws_ec2_network_interface");
        group(world, "default", "sg-00000001");
        group(world, "on-interface", "sg-00000002");
        group(world, "named", "sg-00000003");
        group(world, "names", "sg-00000004", "ip_permissions", rule("sg-00000003"));
        group(world, "names-itself", "sg-00000005", "ip_permissions_egress", rule("sg-00000005"));
        world.row(
                "aws_ec2_network_interface",
                arn(FIRST, "ec2", "network-interface/eni-1"),
                "status",
                "in-use",
                "groups",
                List.of(Map.of("group_id", "sg-00000002")));
        assertThat(told(world)).containsExactly("security-group names UNUSED", "security-group names-itself UNUSED");
    }

    @Test
    void a_group_is_unknown_where_interfaces_were_not_read() {
        World world = new World(home)
                .cell(FIRST, REGION, "aws_vpc_security_group", "read", "")
                .cell(FIRST, REGION, "aws_ec2_network_interface", "denied", "UnauthorizedOperation");
        group(world, "web", "sg-00000002");
        assertThat(told(world))
                .containsExactly(
                        "security-group web UNKNOWN [aws_ec2_network_interface (x:List: UnauthorizedOperation)]");
    }

    @Test
    void a_group_is_unknown_where_only_some_interfaces_were_wanted() {
        World world = new World(home)
                .read("aws_vpc_security_group", "aws_ec2_network_interface")
                .focus("aws_ec2_network_interface");
        group(world, "web", "sg-00000002");
        assertThat(told(world))
                .containsExactly("security-group web UNKNOWN [aws_ec2_network_interface (read in part)]");
    }

    @Test
    void volumes_addresses_and_interfaces_stand_alone() {
        assertThat(told(new World(home)
                        .read("aws_ebs_volume", "aws_ec2_elastic_ip", "aws_ec2_network_interface")
                        .row(
                                "aws_ebs_volume",
                                arn(FIRST, "ec2", "volume/vol-1"),
                                "name",
                                "old",
                                "size",
                                8,
                                "create_time",
                                "2026-06-20T12:00:00Z")
                        .row(
                                "aws_ebs_volume",
                                arn(FIRST, "ec2", "volume/vol-2"),
                                "name",
                                "root",
                                "attachments",
                                List.of(Map.of("instance_id", "i-1")))
                        .row("aws_ec2_elastic_ip", arn(FIRST, "ec2", "elastic-ip/a-1"), "public_ip", "192.0.2.1")
                        .row(
                                "aws_ec2_elastic_ip",
                                arn(FIRST, "ec2", "elastic-ip/a-2"),
                                "public_ip",
                                "192.0.2.2",
                                "association_id",
                                "x")
                        .row(
                                "aws_ec2_network_interface",
                                arn(FIRST, "ec2", "network-interface/eni-1"),
                                "description",
                                "left over",
                                "status",
                                "available")))
                .containsExactly(
                        "volume old UNUSED 10d", "address 192.0.2.1 UNUSED", "network-interface left over UNUSED");
    }

    @Test
    void a_load_balancer_needs_a_target_that_works_unless_it_only_redirects() {
        World world = new World(home)
                .read("aws_elbv2_load_balancer", "aws_elbv2_target_group", "aws_elbv2_listener", "aws_elb_classic");
        for (String name : List.of("none", "sick", "well", "redirects", "unread")) {
            world.row(
                    "aws_elbv2_load_balancer",
                    arn(FIRST, "elasticloadbalancing", "loadbalancer/app/" + name),
                    "load_balancer_name",
                    name);
        }
        for (String state : List.of("sick", "well")) {
            world.row(
                    "aws_elbv2_target_group",
                    arn(FIRST, "elasticloadbalancing", "targetgroup/" + state),
                    "load_balancer_arns",
                    List.of(arn(FIRST, "elasticloadbalancing", "loadbalancer/app/" + state)),
                    "target_health",
                    List.of(Map.of("target_health", Map.of("state", state.equals("well") ? "healthy" : "unhealthy"))));
        }
        world.row(
                "aws_elbv2_target_group",
                arn(FIRST, "elasticloadbalancing", "targetgroup/unread"),
                "load_balancer_arns",
                List.of(arn(FIRST, "elasticloadbalancing", "loadbalancer/app/unread")),
                "unread",
                Map.of("target_health", Map.of("action", "x:DescribeTargetHealth", "code", "AccessDenied")));
        world.row(
                "aws_elbv2_listener",
                arn(FIRST, "elasticloadbalancing", "listener/1"),
                "load_balancer_arn",
                arn(FIRST, "elasticloadbalancing", "loadbalancer/app/redirects"),
                "default_actions",
                List.of(Map.of("type", "redirect")));
        world.row(
                "aws_elb_classic", arn(FIRST, "elasticloadbalancing", "loadbalancer/old"), "load_balancer_name", "old");
        assertThat(told(world))
                .containsExactly(
                        "load-balancer old UNUSED",
                        "load-balancer none UNUSED",
                        "load-balancer sick UNUSED",
                        "load-balancer unread UNKNOWN [the health of its targets was not read]");
    }

    @Test
    void images_and_snapshots_are_used_by_what_is_made_of_them() {
        World world = new World(home)
                .read(
                        "aws_ec2_ami",
                        "aws_ec2_instance",
                        "aws_ec2_launch_template_version",
                        "aws_autoscaling_group",
                        "aws_ebs_snapshot",
                        "aws_ebs_volume");
        for (String id : List.of("ami-idle", "ami-run", "ami-template", "ami-group", "ami-shared")) {
            world.row(
                    "aws_ec2_ami",
                    "arn:aws:ec2:eu-west-1::image/" + id,
                    "name",
                    id,
                    "image_id",
                    id,
                    "creation_date",
                    "2026-06-29T12:00:00.000Z",
                    "launch_permissions",
                    id.equals("ami-shared") ? List.of(Map.of("user_id", SECOND)) : List.of(),
                    "block_device_mappings",
                    List.of(Map.of("ebs", Map.of("snapshot_id", "snap-of-" + id))));
        }
        world.row("aws_ec2_instance", arn(FIRST, "ec2", "instance/i-1"), "image_id", "ami-run")
                .row(
                        "aws_ec2_launch_template_version",
                        arn(FIRST, "ec2", "launch-template/lt-1:1"),
                        "launch_template_data",
                        Map.of("image_id", "ami-template"))
                .row(
                        "aws_autoscaling_group",
                        arn(FIRST, "autoscaling", "group"),
                        "launch_configuration",
                        Map.of("image_id", "ami-group"))
                .row(
                        "aws_ebs_snapshot",
                        "arn:aws:ec2:eu-west-1::snapshot/snap-1",
                        "name",
                        "of-image",
                        "snapshot_id",
                        "snap-of-ami-idle")
                .row(
                        "aws_ebs_snapshot",
                        "arn:aws:ec2:eu-west-1::snapshot/snap-2",
                        "name",
                        "of-volume",
                        "snapshot_id",
                        "snap-2",
                        "volume_id",
                        "vol-1")
                .row(
                        "aws_ebs_snapshot",
                        "arn:aws:ec2:eu-west-1::snapshot/snap-3",
                        "name",
                        "left",
                        "snapshot_id",
                        "snap-3",
                        "volume_id",
                        "vol-gone")
                .row(
                        "aws_ebs_volume",
                        arn(FIRST, "ec2", "volume/vol-1"),
                        "volume_id",
                        "vol-1",
                        "attachments",
                        List.of(Map.of("instance_id", "i-1")));
        assertThat(told(world))
                .containsExactly(
                        "image ami-idle UNUSED 1d",
                        "image ami-shared UNKNOWN 1d [it is shared, so others may use it]",
                        "snapshot left UNUSED");
    }

    @Test
    void what_was_not_looked_for_is_told() {
        Unused unused = Unused.of(new World(home)
                .cell(FIRST, REGION, "aws_ebs_volume", "denied", "AccessDenied")
                .inventory());
        assertThat(unused.findings()).isEmpty();
        assertThat(unused.gaps())
                .contains(
                        new Unused.Gap("volume", "aws_ebs_volume", FIRST, REGION, "x:List: AccessDenied"),
                        new Unused.Gap("address", "aws_ec2_elastic_ip", "", "", "was not collected"));
    }
}
