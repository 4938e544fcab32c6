-- A flow log like those that the account already has in the region, where all good ones go to one place in one way. Where there is none,
-- or they differ, where to write and by which role is a person's choice.
with good as (
  select
    account_id, region, log_destination_type,
    case when log_destination_type = 'cloud-watch-logs' then null else log_destination end as destination,
    case when log_destination_type = 'cloud-watch-logs' then log_group_name end as log_group,
    deliver_logs_permission_arn as role, max_aggregation_interval as seconds, log_format
  from aws_vpc_flow_log
  where flow_log_status = 'ACTIVE' and traffic_type in ('REJECT', 'ALL') and deliver_logs_status is distinct from 'FAILED'
    and log_destination_type in ('cloud-watch-logs', 's3') and coalesce(log_destination, log_group_name) is not null
    and deliver_cross_account_role is null
  group by all
),
only_way as (
  select account_id, region, any_value(good) as way
  from good
  group by account_id, region
  having count(*) = 1
)
select
  f.account_id, f.unit, f.region,
  [{
    'service': 'ec2', 'operation': 'CreateFlowLogs', 'region': v.region,
    'parameters': {
      'ResourceType': 'VPC', 'ResourceIds': [v.vpc_id], 'TrafficType': 'REJECT', 'LogDestinationType': w.way.log_destination_type,
      'LogDestination': w.way.destination, 'LogGroupName': w.way.log_group, 'DeliverLogsPermissionArn': w.way.role,
      'MaxAggregationInterval': w.way.seconds, 'LogFormat': w.way.log_format}::json
  }] as calls,
  null::json as before,
  {'ResourceId': v.vpc_id, 'TrafficType': 'REJECT', 'Destination': coalesce(w.way.destination, w.way.log_group)} as after,
  'It writes where the other flow logs of this account and region write. What is rejected is recorded, as the rule asks; ALL costs more. '
    || 'Flow logs of the VPC that do not count stay: delete them if nobody reads them.' as note
from failed_unit f
join aws_vpc v on v.account_id = f.account_id and v.arn = f.unit
join only_way w on w.account_id = v.account_id and w.region = v.region
