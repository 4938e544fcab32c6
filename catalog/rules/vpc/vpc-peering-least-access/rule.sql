-- One unit for each route table with an active route over a peering connection. The peer is the side that is not the table's VPC.
with routes as (
  select
    t.account_id, t.region, t.arn, t.vpc_id, t.route_table_id, r.vpc_peering_connection_id as peering, r.destination_prefix_list_id,
    coalesce(r.destination_cidr_block, r.destination_ipv6_cidr_block) as destination
  from (select *, unnest(routes) as r from aws_vpc_route_table) t
  join param p on p.account_id = t.account_id
  where r.vpc_peering_connection_id is not null and r.state is distinct from 'blackhole'
),
destinations as (
  select account_id, region, arn, vpc_id, route_table_id, peering, destination, null::varchar as unread_list
  from routes
  where destination is not null
  union all
  select
    r.account_id, r.region, r.arn, r.vpc_id, r.route_table_id, r.peering,
    unnest(case when l.entries is null then [null] else list_transform(l.entries, lambda e: e.cidr) end),
    case when l.entries is null then r.destination_prefix_list_id end
  from routes r
  left join aws_ec2_prefix_list l
    on l.account_id = r.account_id and l.region = r.region and l.prefix_list_id = r.destination_prefix_list_id
  where r.destination is null and r.destination_prefix_list_id is not null
),
sides as (
  select d.*, c.status.code as peering_status,
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
      list_transform(coalesce(peer.ipv6_cidr_block_set, []), lambda b: b.ipv6_cidr_block)), lambda b: b is not null)) as peer_blocks
  from sides
),
compared as (
  select
    *,
    case
      when unread_list is not null or destination is null then null
      when len(coalesce(peer_blocks, [])) > 0
        then len(list_filter(peer_blocks, lambda b: cidr_covers(destination, b))) > 0
      when try_cast(split_part(destination, '/', 2) as integer) <= 16 then true
    end as too_wide
  from blocks
),
tables as (
  select
    account_id, region, arn, route_table_id, vpc_id,
    bool_or(coalesce(too_wide, false)) as wide,
    bool_or(too_wide is null and unread_list is not null) as unread,
    bool_or(too_wide is null and unread_list is null) as open_question,
    list({'peering': peering, 'destination': coalesce(destination, unread_list), 'peer_vpc': peer_vpc, 'peer_blocks': peer_blocks,
      'too_wide': too_wide} order by peering, destination) as routes
  from compared
  group by all
)
select
  account_id,
  region,
  arn as unit,
  arn as asset,
  case when wide then 'FAIL' when unread then null when open_question then 'MANUAL' else 'PASS' end as status,
  case
    when wide then 'a route sends a whole address block of the peer, or more, over the peering'
    when unread then 'a prefix list in a peering route could not be read'
    when open_question then 'the peer''s address blocks are not known; a person must say whether the routes are as narrow as needed'
    else 'every peering route is narrower than the peer''s address blocks'
  end as reason,
  {'route_table_id': route_table_id, 'vpc_id': vpc_id, 'peering_routes': routes} as evidence,
  wide as certain
from tables
