-- One unit for each VPC. A flow log belongs to the account that made it, so logs are looked for beside the VPC.
with judged as (
  select
    v.account_id, v.region, v.arn, v.vpc_id, v.owner_id, v.is_default,
    list({
      'flow_log_id': f.flow_log_id, 'status': f.flow_log_status, 'traffic': f.traffic_type,
      'delivery': f.deliver_logs_status, 'delivery_error': f.deliver_logs_error_message, 'destination': f.log_destination
    } order by f.flow_log_id) filter (f.flow_log_id is not null) as flow_logs,
    coalesce(bool_or(
      f.flow_log_status = 'ACTIVE' and f.traffic_type in ('REJECT', 'ALL') and f.deliver_logs_status is distinct from 'FAILED'
    ), false) as satisfied
  from aws_vpc v
  join param p on p.account_id = v.account_id
  left join aws_vpc_flow_log f on f.account_id = v.account_id and f.region = v.region and f.resource_id = v.vpc_id
  group by all
)
select
  account_id,
  region,
  arn as unit,
  arn as asset,
  case
    when owner_id <> account_id then 'NOT_APPLICABLE'
    when satisfied then 'PASS'
    else 'FAIL'
  end as status,
  case
    when owner_id <> account_id then 'shared by account ' || owner_id || ' and judged there'
    when satisfied then 'has an active flow log of rejected traffic'
    when flow_logs is null then 'has no flow log'
    else 'has flow logs, but none that is active, records rejected traffic and is delivered'
  end as reason,
  {'vpc_id': vpc_id, 'is_default': is_default, 'flow_logs': flow_logs} as evidence,
  coalesce(owner_id <> account_id, false) as certain
from judged
