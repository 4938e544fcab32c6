-- One unit for each security group that the account owns, used or not. The sources of all rules that admit the port are taken together:
-- two halves of the internet are the internet.
with rules as (
  select s.account_id, s.region, s.arn, unnest(coalesce(s.ip_permissions, [])) as rule
  from aws_vpc_security_group s
),
matching as (
  select r.account_id, r.region, r.arn, r.rule
  from rules r
  join param p on p.account_id = r.account_id
  where r.rule.ip_protocol = '-1'
    or (r.rule.ip_protocol in ('tcp', '6') or (p.any_protocol and r.rule.ip_protocol in ('udp', '17', '33', '132', '136')))
      and coalesce(nullif(r.rule.from_port, -1), 0) <= 22
      and coalesce(nullif(r.rule.to_port, -1), 65535) >= 22
),
lists as (
  select m.account_id, m.region, m.arn, m.prefix_list_id, l.owner_id, l.entries, l.unread
  from (select account_id, region, arn, unnest(rule.prefix_list_ids).prefix_list_id as prefix_list_id from matching) m
  left join aws_ec2_prefix_list l
    on l.account_id = m.account_id and l.region = m.region and l.prefix_list_id = m.prefix_list_id
),
sources as (
  select account_id, region, arn, unnest(list_transform(coalesce(rule.ip_ranges, []), lambda x: x.cidr_ip)) as cidr from matching
  union all
  select account_id, region, arn, unnest(list_transform(coalesce(rule.ipv6_ranges, []), lambda x: x.cidr_ipv6)) from matching
  union all
  select account_id, region, arn, unnest(list_transform(coalesce(entries, []), lambda x: x.cidr))
  from lists
  where owner_id is distinct from 'AWS'
),
covered as (
  select account_id, region, arn, list(distinct cidr order by cidr) as cidrs, covers_internet(list(distinct cidr order by cidr)) as family
  from sources
  group by all
),
unlisted as (
  select account_id, region, min(action || ': ' || code) as refused
  from journal
  where table_name = 'aws_ec2_prefix_list' and column_name = '' and status <> 'read'
  group by account_id, region
),
unresolved as (
  select account_id, region, arn, list(distinct prefix_list_id order by prefix_list_id) as prefix_lists,
    min(unread['entries'].action || ': ' || unread['entries'].code) as refused
  from lists
  where owner_id is distinct from 'AWS' and (unread['entries'] is not null or owner_id is null)
  group by account_id, region, arn
),
used as (
  select n.account_id, n.region, unnest(n.groups).group_id as group_id, n.network_interface_id
  from aws_ec2_network_interface n
),
interfaces as (
  select account_id, region, group_id, list(network_interface_id order by network_interface_id)[1:20] as attached from used group by all
),
judged as (
  select
    s.account_id, s.region, s.arn, s.owner_id, s.group_id, s.group_name, s.vpc_id,
    case when c.family = 'ipv6' and not p.include_ipv6 then null
      when c.family = 'both' and not p.include_ipv6 then 'ipv4' else c.family end as family,
    c.cidrs, u.prefix_lists, coalesce(u.refused, l.refused) as refused, i.attached,
    s.owner_id is not null and s.owner_id <> s.account_id as is_shared
  from aws_vpc_security_group s
  join param p on p.account_id = s.account_id
  left join covered c on c.account_id = s.account_id and c.region = s.region and c.arn = s.arn
  left join unresolved u on u.account_id = s.account_id and u.region = s.region and u.arn = s.arn
  left join unlisted l on l.account_id = s.account_id and l.region = s.region
  left join interfaces i on i.account_id = s.account_id and i.region = s.region and i.group_id = s.group_id
)
select
  account_id,
  region,
  arn as unit,
  arn as asset,
  case
    when is_shared then 'NOT_APPLICABLE'
    when family is not null then 'FAIL'
    when prefix_lists is not null then null
    else 'PASS'
  end as status,
  case
    when is_shared then 'belongs to account ' || owner_id || ' and is judged there'
    when family = 'both' then 'opens port 22 to the whole internet, IPv4 and IPv6'
    when family is not null then 'opens port 22 to the whole ' || case family when 'ipv4' then 'IPv4' else 'IPv6' end || ' internet'
    when prefix_lists is not null then 'a prefix list that admits port 22 could not be read' || coalesce(', ' || refused, '')
    else 'does not open port 22 to the internet'
  end as reason,
  {
    'group_id': group_id, 'group_name': group_name, 'vpc_id': vpc_id, 'family': family, 'sources': cidrs[1:50],
    'unread_prefix_lists': prefix_lists, 'interfaces': attached
  } as evidence,
  is_shared or family is not null or prefix_lists is null as certain
from judged
