-- One unit for each route table with an active route over a peering connection. The peer is the side that is not the table's VPC.
-- An IPv4 route is compared with the peer's IPv4 blocks, an IPv6 route with its IPv6 blocks.
with routes as (
  select
    t.account_id, t.region, t.arn, t.vpc_id, t.route_table_id, t.owner_id, r.vpc_peering_connection_id as peering,
    r.destination_prefix_list_id, coalesce(r.destination_cidr_block, r.destination_ipv6_cidr_block) as destination
  from (select *, unnest(routes) as r from aws_vpc_route_table) t
  join param p on p.account_id = t.account_id
  where r.vpc_peering_connection_id is not null and r.state is distinct from 'blackhole'
),
destinations as (
  select account_id, region, arn, vpc_id, peering, destination, null::varchar as unread_list, null::varchar as refused
  from routes
  where destination is not null
  union all
  select
    r.account_id, r.region, r.arn, r.vpc_id, r.peering,
    unnest(case when l.entries is null then [null] else list_transform(l.entries, lambda e: e.cidr) end),
    case when l.entries is null then r.destination_prefix_list_id end,
    case when l.entries is null then l.unread['entries'].action || ': ' || l.unread['entries'].code end
  from routes r
  left join aws_ec2_prefix_list l
    on l.account_id = r.account_id and l.region = r.region and l.prefix_list_id = r.destination_prefix_list_id
  where r.destination is null and r.destination_prefix_list_id is not null
),
sides as (
  select d.*, c.status.code as peering_status,
    c.vpc_peering_connection_id is null
      and exists (
        from unread_table u
        where u.table_name = 'aws_vpc_peering_connection' and u.account_id = d.account_id and u.region in (d.region, 'global')
      ) as unread_peering,
    case when c.requester_vpc_info.vpc_id = d.vpc_id then c.accepter_vpc_info else c.requester_vpc_info end as peer
  from destinations d
  left join aws_vpc_peering_connection c
    on c.account_id = d.account_id and c.region = d.region and c.vpc_peering_connection_id = d.peering
),
blocks as (
  select
    * exclude (peer), peer.vpc_id as peer_vpc,
    list_distinct(list_filter(list_concat(
      [peer.cidr_block],
      list_transform(coalesce(peer.cidr_block_set, []), lambda b: b.cidr_block),
      list_transform(coalesce(peer.ipv6_cidr_block_set, []), lambda b: b.ipv6_cidr_block)),
      lambda b: b is not null and contains(b, ':') = contains(destination, ':'))) as peer_blocks
  from sides
),
compared as (
  select
    *,
    case
      when destination is null or unread_peering then null
      when len(coalesce(peer_blocks, [])) > 0
        then len(list_filter(peer_blocks, lambda b: cidr_covers(destination, b))) > 0
      when try_cast(split_part(destination, '/', 2) as integer) <= 16 then true
    end as too_wide
  from blocks
),
judged as (
  select
    r.account_id, r.region, r.arn, r.route_table_id, r.vpc_id, r.owner_id,
    coalesce(bool_or(c.too_wide), false) as wide,
    bool_or(c.too_wide is null and c.unread_list is not null) as unread_list,
    min(c.refused) as refused_list,
    bool_or(c.too_wide is null and c.unread_peering) as unread_peering,
    bool_or(c.too_wide is null and c.destination is not null) as open_question,
    list({'peering': c.peering, 'peering_status': c.peering_status, 'destination': coalesce(c.destination, c.unread_list),
      'peer_vpc': c.peer_vpc, 'peer_blocks': c.peer_blocks, 'too_wide': c.too_wide} order by c.peering, c.destination)
      filter (where c.arn is not null) as routes
  from (select distinct account_id, region, arn, route_table_id, vpc_id, owner_id from routes) r
  left join compared c on c.account_id = r.account_id and c.region = r.region and c.arn = r.arn
  group by r.account_id, r.region, r.arn, r.route_table_id, r.vpc_id, r.owner_id
)
select
  account_id,
  region,
  arn as unit,
  arn as asset,
  case
    when owner_id <> account_id then 'NOT_APPLICABLE'
    when wide then 'FAIL'
    when unread_list or unread_peering then null
    when open_question then 'MANUAL'
    else 'PASS'
  end as status,
  case
    when owner_id <> account_id then 'belongs to account ' || owner_id || ' and is judged there'
    when wide then 'a route sends a whole address block of the peer, or more, over the peering'
    when unread_peering then 'the peering connections could not be read, ' || (
      select min(refused) from unread_table u
      where u.table_name = 'aws_vpc_peering_connection' and u.account_id = j.account_id and u.region in (j.region, 'global'))
    when unread_list then 'a prefix list in a peering route could not be read' || coalesce(', ' || refused_list, ', ' || (
      select min(refused) from unread_table u
      where u.table_name = 'aws_ec2_prefix_list' and u.account_id = j.account_id and u.region in (j.region, 'global')), '')
    when open_question then 'the peer''s address blocks are not known; a person must say whether the routes are as narrow as needed'
    else 'every peering route is narrower than the peer''s address blocks'
  end as reason,
  {'route_table_id': route_table_id, 'vpc_id': vpc_id, 'peering_routes': routes} as evidence,
  coalesce(owner_id <> account_id, false) or wide or not coalesce(unread_list or unread_peering, false) as certain
from judged j
