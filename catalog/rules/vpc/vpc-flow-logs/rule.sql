-- One unit for each VPC. A flow log belongs to the account that made it, so logs are looked for beside the VPC. Lists are made of the
-- logs that do not count only: in a large estate most VPCs have one log, and it is a good one.
with logs as (
  select
    *,
    coalesce(flow_log_status = 'ACTIVE' and traffic_type in ('REJECT', 'ALL'), false)
      and deliver_logs_status is distinct from 'FAILED' as good
  from aws_vpc_flow_log
),
good as (
  select account_id, region, resource_id, min(flow_log_id) as flow_log_id
  from logs
  where good
  group by all
),
others as (
  select
    account_id, region, resource_id,
    list({
      'flow_log_id': flow_log_id, 'status': flow_log_status, 'traffic': traffic_type,
      'delivery': deliver_logs_status, 'delivery_error': deliver_logs_error_message
    } order by flow_log_id) as flow_logs
  from logs
  where not good
  group by all
)
select
  v.account_id,
  v.region,
  v.arn as unit,
  v.arn as asset,
  case
    when v.owner_id <> v.account_id then 'NOT_APPLICABLE'
    when g.flow_log_id is not null then 'PASS'
    else 'FAIL'
  end as status,
  case
    when v.owner_id <> v.account_id then 'shared by account ' || v.owner_id || ' and judged there'
    when g.flow_log_id is not null then 'has an active flow log of rejected traffic'
    when o.flow_logs is null then 'has no flow log'
    else 'has flow logs, but none that is active, records rejected traffic and is delivered'
  end as reason,
  {'vpc_id': v.vpc_id, 'is_default': v.is_default, 'flow_log_id': g.flow_log_id, 'unfit_flow_logs': o.flow_logs} as evidence,
  coalesce(v.owner_id <> v.account_id, false) as certain
from aws_vpc v
join param p on p.account_id = v.account_id
left join good g on g.account_id = v.account_id and g.region = v.region and g.resource_id = v.vpc_id
left join others o on o.account_id = v.account_id and o.region = v.region and o.resource_id = v.vpc_id
