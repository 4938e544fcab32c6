-- The rules that a port must not be open to the internet, told apart by their parameters `port` and `protocols`. One unit for each
-- security group that the account owns, used or not. The sources of all its rules that admit the port are taken together: two halves of
-- the internet are the internet.
with groups as (
  select
    s.account_id, s.region, s.arn, s.owner_id, s.group_id, s.group_name, s.vpc_id, p.port, p.include_ipv6,
    coalesce(s.owner_id <> s.account_id, false) as is_shared,
    list_transform(
      list_filter(coalesce(s.ip_permissions, []), lambda rule: rule.ip_protocol = '-1'
        or p.port between coalesce(nullif(rule.from_port, -1), 0) and coalesce(nullif(rule.to_port, -1), 65535)
          and list_contains(case when p.any_protocol then ['tcp', '6', 'udp', '17', '33', '132', '136'] else p.protocols end,
            rule.ip_protocol)),
      lambda rule: {
        'cidrs': flatten([
          list_transform(rule.ip_ranges, lambda range: range.cidr_ip),
          list_transform(rule.ipv6_ranges, lambda range: range.cidr_ipv6)]),
        'prefix_lists': list_transform(rule.prefix_list_ids, lambda one: one.prefix_list_id)
      }) as admitting
  from aws_vpc_security_group s
  join param p on p.account_id = s.account_id
),
-- What the prefix lists of these rules hold, and which of them nobody could look into. AWS's own are not the internet.
lists as (
  select
    n.account_id, n.region, n.arn,
    flatten(list(list_transform(l.entries, lambda entry: entry.cidr) order by n.prefix_list)) as cidrs,
    list(n.prefix_list order by n.prefix_list) filter (where l.owner_id is null or l.unread['entries'] is not null) as unread,
    min(coalesce(l.unread['entries'].action || ': ' || l.unread['entries'].code, u.refused)) as refused
  from (
    select
      account_id, region, arn, unnest(list_distinct(flatten(list_transform(admitting, lambda rule: rule.prefix_lists)))) as prefix_list
    from groups
    where len(admitting) > 0
  ) n
  left join aws_ec2_prefix_list l on l.account_id = n.account_id and l.region = n.region and l.prefix_list_id = n.prefix_list
  left join unread_table u on u.account_id = n.account_id and u.region = n.region and u.table_name = 'aws_ec2_prefix_list'
  where l.owner_id is distinct from 'AWS'
  group by n.account_id, n.region, n.arn
),
sources as (
  select
    g.* exclude (admitting), l.unread, l.refused,
    case when len(g.admitting) > 0
      then list_sort(list_distinct(list_concat(flatten(list_transform(g.admitting, lambda rule: rule.cidrs)), l.cidrs))) end as cidrs
  from groups g
  left join lists l on len(g.admitting) > 0 and l.account_id = g.account_id and l.region = g.region and l.arn = g.arn
),
judged as (
  select *, case when include_ipv6 then open_to when open_to <> 'ipv6' then 'ipv4' end as family
  from (select *, case when len(cidrs) > 0 then covers_internet(cidrs) end as open_to from sources)
)
select
  j.account_id,
  j.region,
  j.arn as unit,
  j.arn as asset,
  case
    when j.is_shared then 'NOT_APPLICABLE'
    when j.family is not null then 'FAIL'
    when j.unread is not null then null
    else 'PASS'
  end as status,
  case
    when j.is_shared then 'belongs to account ' || j.owner_id || ' and is judged there'
    when j.family = 'both' then 'opens port ' || j.port || ' to the whole internet, IPv4 and IPv6'
    when j.family is not null then 'opens port ' || j.port || ' to the whole ' || replace(j.family, 'ip', 'IP') || ' internet'
    when j.unread is not null then 'a prefix list that admits port ' || j.port || ' could not be read' || coalesce(', ' || j.refused, '')
    else 'does not open port ' || j.port || ' to the internet'
  end as reason,
  {
    'group_id': j.group_id, 'group_name': j.group_name, 'vpc_id': j.vpc_id, 'family': j.family, 'sources': j.cidrs[1:50],
    'unread_prefix_lists': j.unread, 'interfaces': i.interfaces
  } as evidence,
  j.is_shared or j.family is not null or j.unread is null as certain
from judged j
left join security_group_interface i
  on j.family is not null and i.account_id = j.account_id and i.region = j.region and i.group_id = j.group_id
