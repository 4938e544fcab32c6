package io.plumbline.inventory;

import java.util.List;
import java.util.stream.Stream;

/**
 * One kind of thing that is paid for or kept open and that nobody uses, and how to tell by a snapshot's tables.
 *
 * @param id what people call it
 * @param table where the candidates stand
 * @param restsOn the other tables that must have been read in the candidate's account and region
 * @param select gives {@code arn, account_id, region, name, created, why} and {@code doubt}: why it may be used all the same, or null
 */
record UnusedKind(String id, String table, List<String> restsOn, String select) {

    /** All kinds, in the order of the report. */
    static List<UnusedKind> all() {
        return Stream.of(
                        new UnusedKind(
                                "security-group", "aws_vpc_security_group", List.of("aws_ec2_network_interface"), """
                                with on_interface as (select unnest(list_transform(groups, lambda g: g.group_id)) as group_id
                                                      from aws_ec2_network_interface),
                                     named as (select group_id as by, unnest(list_transform(flatten(list_transform(
                                                 list_concat(coalesce(ip_permissions, []), coalesce(ip_permissions_egress, [])),
                                                 lambda p: coalesce(p.user_id_group_pairs, []))), lambda u: u.group_id)) as group_id
                                               from aws_vpc_security_group)
                                select arn, account_id, region, group_name as name, null::timestamptz as created,
                                       'on no network interface, named by no other group' as why, null::varchar as doubt
                                from aws_vpc_security_group g
                                where group_name <> 'default'
                                  and not exists (select 1 from on_interface i where i.group_id = g.group_id)
                                  and not exists (select 1 from named n where n.group_id = g.group_id and n.by <> g.group_id)
                                """),
                        new UnusedKind("volume", "aws_ebs_volume", List.of(), """
                                select arn, account_id, region, name, create_time as created,
                                       'attached to no instance, ' || size || ' GiB' as why, null::varchar as doubt
                                from aws_ebs_volume where len(coalesce(attachments, [])) = 0
                                """),
                        new UnusedKind("address", "aws_ec2_elastic_ip", List.of(), """
                                select arn, account_id, region, coalesce(nullif(name, ''), public_ip) as name, null::timestamptz as created,
                                       'associated with nothing' as why, null::varchar as doubt
                                from aws_ec2_elastic_ip
                                where coalesce(association_id, '') = '' and coalesce(instance_id, '') = ''
                                  and coalesce(network_interface_id, '') = ''
                                """),
                        new UnusedKind("network-interface", "aws_ec2_network_interface", List.of(), """
                                select arn, account_id, region, coalesce(nullif(name, ''), description) as name,
                                       null::timestamptz as created, 'attached to nothing' as why, null::varchar as doubt
                                from aws_ec2_network_interface where status = 'available'
                                """),
                        new UnusedKind("load-balancer", "aws_elb_classic", List.of(), """
                                select arn, account_id, region, load_balancer_name as name, created_time as created,
                                       'no instance registered' as why, null::varchar as doubt
                                from aws_elb_classic where len(coalesce(instances, [])) = 0
                                """),
                        LOAD_BALANCER_V2,
                        IMAGE,
                        new UnusedKind("snapshot", "aws_ebs_snapshot", List.of("aws_ec2_ami", "aws_ebs_volume"), """
                                with of_image as (select unnest(list_transform(block_device_mappings, lambda b: b.ebs.snapshot_id)) as id
                                                  from aws_ec2_ami)
                                select arn, account_id, region, coalesce(nullif(name, ''), description) as name, start_time as created,
                                       'of no image, and its volume ' || coalesce(nullif(volume_id, ''), '') || ' is gone' as why,
                                       null::varchar as doubt
                                from aws_ebs_snapshot s
                                where not exists (select 1 from of_image i where i.id = s.snapshot_id)
                                  and not exists (select 1 from aws_ebs_volume v where v.volume_id = s.volume_id)
                                """))
                .toList();
    }

    /** One whose listeners only redirect or answer by themselves needs no targets. */
    private static final UnusedKind LOAD_BALANCER_V2 = new UnusedKind(
            "load-balancer", "aws_elbv2_load_balancer", List.of("aws_elbv2_target_group", "aws_elbv2_listener"), """
            with target as (select unnest(load_balancer_arns) as load_balancer_arn, target_health,
                                   list_contains(map_keys(unread), 'target_health') as unread
                            from aws_elbv2_target_group),
                 counted as (select load_balancer_arn, sum(len(coalesce(target_health, []))) as targets, bool_or(unread) as unread,
                                    sum(len(list_filter(target_health, lambda t: t.target_health.state in
                                      ('healthy', 'initial', 'draining', 'unused', 'unavailable')))) as working
                             from target group by load_balancer_arn),
                 answers as (select distinct load_balancer_arn from aws_elbv2_listener
                             where len(list_filter(default_actions, lambda a: a.type in ('redirect', 'fixed-response'))) > 0)
            select arn, account_id, region, load_balancer_name as name, created_time as created,
                   case when coalesce(c.targets, 0) = 0 then 'no target registered' else 'no healthy target of ' || c.targets end as why,
                   case when c.unread then 'the health of its targets was not read' end as doubt
            from aws_elbv2_load_balancer b left join counted c on c.load_balancer_arn = b.arn
            where (coalesce(c.targets, 0) = 0 or coalesce(c.working, 0) = 0)
              and b.arn not in (select load_balancer_arn from answers)
            """);

    private static final UnusedKind IMAGE = new UnusedKind(
            "image",
            "aws_ec2_ami",
            List.of("aws_ec2_instance", "aws_ec2_launch_template_version", "aws_autoscaling_group"),
            """
            with used as (select image_id as id from aws_ec2_instance
                          union all select launch_template_data.image_id from aws_ec2_launch_template_version
                          union all select launch_configuration.image_id from aws_autoscaling_group)
            select arn, account_id, region, name, try_cast(creation_date as timestamptz) as created,
                   'launched from by no instance, launch template or Auto Scaling group' as why,
                   case when public_launch_permissions then 'it is public, so others may use it'
                        when len(coalesce(launch_permissions, [])) > 0 then 'it is shared, so others may use it'
                        when list_contains(map_keys(unread), 'launch_permissions') then 'with whom it is shared was not read' end as doubt
            from aws_ec2_ami i
            where not exists (select 1 from used u where u.id = i.image_id)
            """);
}
