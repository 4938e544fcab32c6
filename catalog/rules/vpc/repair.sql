-- Takes the whole internet, 0.0.0.0/0 and ::/0, off each permission that admits the port. A permission can only be revoked with all its
-- ports, so the note says what else closes. Where narrower blocks or a prefix list make up the internet together, a person must say which.
with admitting as (
  select
    f.account_id, f.region, f.unit, f.evidence, s.group_id, p.port, p.include_ipv6,
    list_transform(
      list_filter(coalesce(s.ip_permissions, []), lambda rule: rule.ip_protocol = '-1'
        or p.port between coalesce(nullif(rule.from_port, -1), 0) and coalesce(nullif(rule.to_port, -1), 65535)
          and list_contains(case when p.any_protocol then ['tcp', '6', 'udp', '17', '33', '132', '136'] else p.protocols end,
            rule.ip_protocol)),
      lambda rule: {
        'protocol': rule.ip_protocol,
        'from_port': case when rule.ip_protocol <> '-1' then rule.from_port end,
        'to_port': case when rule.ip_protocol <> '-1' then rule.to_port end,
        'four': coalesce(list_transform(rule.ip_ranges, lambda range: range.cidr_ip), []),
        'six': coalesce(list_transform(rule.ipv6_ranges, lambda range: range.cidr_ipv6), []),
        'prefix_lists': coalesce(list_transform(rule.prefix_list_ids, lambda one: one.prefix_list_id), [])
      }) as permissions
  from failed_unit f
  join param p on p.account_id = f.account_id
  join aws_vpc_security_group s on s.account_id = f.account_id and s.arn = f.unit
),
-- Each permission as the API writes it: as it is, what of it is revoked, and what stays.
split as (
  select
    * exclude (permissions),
    list_transform(permissions, lambda one: {
      'IpProtocol': one.protocol, 'FromPort': one.from_port, 'ToPort': one.to_port,
      'IpRanges': list_transform(one.four, lambda cidr: {'CidrIp': cidr}),
      'Ipv6Ranges': list_transform(one.six, lambda cidr: {'CidrIpv6': cidr}),
      'PrefixListIds': list_transform(one.prefix_lists, lambda id: {'PrefixListId': id})}) as before,
    list_transform(permissions, lambda one: {
      'IpProtocol': one.protocol, 'FromPort': one.from_port, 'ToPort': one.to_port,
      'IpRanges': list_transform(list_filter(one.four, lambda cidr: cidr like '%/0'), lambda cidr: {'CidrIp': cidr}),
      'Ipv6Ranges': list_transform(list_filter(one.six, lambda cidr: include_ipv6 and cidr like '%/0'), lambda cidr: {'CidrIpv6': cidr})
    }) as revoked,
    list_transform(permissions, lambda one: {
      'IpProtocol': one.protocol, 'FromPort': one.from_port, 'ToPort': one.to_port,
      'IpRanges': list_transform(list_filter(one.four, lambda cidr: cidr not like '%/0'), lambda cidr: {'CidrIp': cidr}),
      'Ipv6Ranges': list_transform(list_filter(one.six, lambda cidr: not (include_ipv6 and cidr like '%/0')),
        lambda cidr: {'CidrIpv6': cidr}),
      'PrefixListIds': list_transform(one.prefix_lists, lambda id: {'PrefixListId': id})}) as kept
  from admitting
),
-- What the prefix lists that stay let in.
listed as (
  select
    n.account_id, n.unit,
    flatten(list(list_transform(l.entries, lambda entry: entry.cidr) order by n.prefix_list)) as cidrs
  from (
    select account_id, region, unit,
      unnest(list_distinct(flatten(list_transform(kept, lambda one: list_transform(one.PrefixListIds, lambda id: id.PrefixListId)))))
        as prefix_list
    from split
  ) n
  join aws_ec2_prefix_list l on l.account_id = n.account_id and l.region = n.region and l.prefix_list_id = n.prefix_list
  where l.owner_id is distinct from 'AWS'
  group by n.account_id, n.unit
),
narrowed as (
  select
    s.* replace (
      list_filter(s.revoked, lambda one: len(one.IpRanges) + len(one.Ipv6Ranges) > 0) as revoked,
      list_filter(s.kept, lambda one: len(one.IpRanges) + len(one.Ipv6Ranges) + len(one.PrefixListIds) > 0) as kept),
    covers_internet(list_concat(
      flatten(list_transform(s.kept, lambda one: list_concat(
        list_transform(one.IpRanges, lambda range: range.CidrIp),
        case when s.include_ipv6 then list_transform(one.Ipv6Ranges, lambda range: range.CidrIpv6) else []::varchar[] end))),
      case when s.include_ipv6 then coalesce(l.cidrs, []) else list_filter(coalesce(l.cidrs, []), lambda cidr: not contains(cidr, ':')) end))
      is not null as still_open
  from split s
  left join listed l on l.account_id = s.account_id and l.unit = s.unit
),
told as (
  select
    *,
    list_filter(list_transform(revoked, lambda one: case
      when one.IpProtocol = '-1' then 'every port of every protocol'
      when one.FromPort is distinct from port or one.ToPort is distinct from port
        then one.IpProtocol || ' ' || coalesce(one.FromPort::varchar, '0') || ' to ' || coalesce(one.ToPort::varchar, '65535') end),
      lambda text: text is not null) as wider,
    from_json(evidence->'interfaces', '["VARCHAR"]') as interfaces
  from narrowed
)
select
  account_id, unit, region,
  case when not still_open then [{
    'service': 'ec2', 'operation': 'RevokeSecurityGroupIngress', 'region': region,
    'parameters': {'GroupId': group_id, 'IpPermissions': list_transform(revoked, lambda one: {
      'IpProtocol': one.IpProtocol, 'FromPort': one.FromPort, 'ToPort': one.ToPort,
      'IpRanges': case when len(one.IpRanges) > 0 then one.IpRanges end,
      'Ipv6Ranges': case when len(one.Ipv6Ranges) > 0 then one.Ipv6Ranges end})}::json
  }] else []::struct(service varchar, operation varchar, region varchar, parameters json)[] end as calls,
  {'GroupId': group_id, 'IpPermissions': before} as before,
  case when not still_open then {'GroupId': group_id, 'IpPermissions': kept} end as after,
  case
    when still_open then 'No single block is the internet here: narrower blocks, or a prefix list, are it together. Say which of them are '
      || 'meant, and revoke the others.'
    else 'Whoever reaches port ' || port || ' from anywhere is cut off, perhaps you too: have another way in first, such as Session Manager '
      || 'or a network of your own.'
      || case when len(wider) > 0 then ' A permission is revoked with all its ports, so this closes for the internet as well: '
        || array_to_string(wider, ', ') || '. What of it must stay open, authorize anew before the call.' else '' end
      || case when len(interfaces) > 0 then ' These interfaces use the group: ' || array_to_string(interfaces, ', ') || '.' else '' end
  end as note
from told
