-- Revokes every rule of the default group, in and out, as the API writes them.
with groups as (
  select
    f.account_id, f.unit, f.region, f.evidence, s.group_id, rules.direction,
    list_transform(rules.permissions, lambda rule: {
      'IpProtocol': rule.ip_protocol,
      'FromPort': case when rule.ip_protocol <> '-1' then rule.from_port end,
      'ToPort': case when rule.ip_protocol <> '-1' then rule.to_port end,
      'IpRanges': case when len(rule.ip_ranges) > 0
        then list_transform(rule.ip_ranges, lambda range: {'CidrIp': range.cidr_ip}) end,
      'Ipv6Ranges': case when len(rule.ipv6_ranges) > 0
        then list_transform(rule.ipv6_ranges, lambda range: {'CidrIpv6': range.cidr_ipv6}) end,
      'PrefixListIds': case when len(rule.prefix_list_ids) > 0
        then list_transform(rule.prefix_list_ids, lambda one: {'PrefixListId': one.prefix_list_id}) end,
      'UserIdGroupPairs': case when len(rule.user_id_group_pairs) > 0
        then list_transform(rule.user_id_group_pairs, lambda pair: {'UserId': pair.user_id, 'GroupId': pair.group_id}) end
    }) as permissions
  from failed_unit f
  join (
    select account_id, arn, group_id, unnest([
      {'direction': 'Ingress', 'permissions': coalesce(ip_permissions, [])},
      {'direction': 'Egress', 'permissions': coalesce(ip_permissions_egress, [])}]) as rules
    from aws_vpc_security_group
  ) s on s.account_id = f.account_id and s.arn = f.unit
),
calls as (
  select
    account_id, unit, region, any_value(evidence) as evidence, any_value(group_id) as group_id,
    list({
      'service': 'ec2', 'operation': 'RevokeSecurityGroup' || direction, 'region': region,
      'parameters': {'GroupId': group_id, 'IpPermissions': permissions}::json
    } order by direction desc) filter (where len(permissions) > 0) as calls,
    any_value(permissions) filter (where direction = 'Ingress') as inbound,
    any_value(permissions) filter (where direction = 'Egress') as outbound
  from groups
  group by account_id, unit, region
)
select
  account_id, unit, region, calls,
  {'GroupId': group_id, 'IpPermissions': inbound, 'IpPermissionsEgress': outbound} as before,
  {'GroupId': group_id, 'IpPermissions': [], 'IpPermissionsEgress': []} as after,
  case when len(from_json(evidence->'interfaces', '["VARCHAR"]')) > 0
    then 'These interfaces use the group and lose every connection that no other group of theirs allows, give them another one first: '
      || array_to_string(from_json(evidence->'interfaces', '["VARCHAR"]'), ', ') || '.'
    else 'No network interface was seen to use the group. What is started in the VPC without a group of its own gets this one, and then '
      || 'reaches nothing.' end as note
from calls
