-- A metric filter with the benchmark's own pattern on the log group of a trail, and an alarm on it that tells whom the log group's other
-- alarms tell. Where there is no such trail or group, or none or several are told, where to log and whom to tell is a person's choice.
with groups as (
  select f.account_id, f.unit, f.region, p.control, 'plumbline-' || p.control as name, t.trail_arn, t.group_region, t.group_name
  from failed_unit f
  join param p on p.account_id = f.account_id
  join management_trail t on t.account_id = f.account_id
  where t.records and t.has_group and t.group_account = f.account_id
    and not list_has_any(t.excluded, control_event_sources(p.control))
),
-- The topics of alarms that can go off and reach somebody.
told as (
  select
    g.*,
    list_sort(list_distinct(list_transform(
      list_filter(w.ways, lambda way: way.stage = 8 and len(list_filter(way.warnings, lambda text: contains(text, ' topic '))) = 0),
      lambda way: way.topic))) as topics
  from groups g
  join log_group_alarm w
    on w.account_id = g.account_id and w.region = g.group_region and w.log_group_name = g.group_name and w.strictness = 'strict'
),
chosen as (
  select *, topics[1] as topic
  from told t
  where len(topics) = 1
    and not exists (
      select 1 from aws_cloudwatch_metric_filter x
      where x.account_id = t.account_id and x.region = t.group_region and x.log_group_name = t.group_name and x.filter_name = t.name)
    and not exists (
      select 1 from aws_cloudwatch_alarm x
      where x.account_id = t.account_id and x.region = t.group_region and x.alarm_name = t.name)
  qualify row_number() over (partition by account_id, unit order by trail_arn) = 1
)
select
  account_id, unit, region,
  [
    {
      'service': 'logs', 'operation': 'PutMetricFilter', 'region': group_region,
      'parameters': {
        'logGroupName': group_name, 'filterName': name, 'filterPattern': control_pattern(control),
        'metricTransformations': [{'metricName': name, 'metricNamespace': 'Plumbline', 'metricValue': '1'}]}::json
    },
    {
      'service': 'cloudwatch', 'operation': 'PutMetricAlarm', 'region': group_region,
      'parameters': {
        'AlarmName': name, 'Namespace': 'Plumbline', 'MetricName': name, 'Statistic': 'Sum', 'Period': 300, 'EvaluationPeriods': 1,
        'Threshold': 1, 'ComparisonOperator': 'GreaterThanOrEqualToThreshold', 'TreatMissingData': 'notBreaching',
        'AlarmActions': [topic]}::json
    }
  ] as calls,
  null::json as before,
  {'LogGroup': group_name, 'MetricFilter': name, 'FilterPattern': control_pattern(control), 'Alarm': name, 'Topic': topic} as after,
  'The alarm tells ' || topic || ', as the other alarms of this log group do. Filters and alarms that are there stay as they are. '
    || 'CloudWatch bills the metric and the alarm.' as note
from chosen
