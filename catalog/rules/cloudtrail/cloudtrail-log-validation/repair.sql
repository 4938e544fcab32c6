-- One switch of the trail, in its home region.
select
  f.account_id, f.unit, f.region,
  [{
    'service': 'cloudtrail', 'operation': 'UpdateTrail', 'region': t.home_region,
    'parameters': {'Name': t.trail_arn, 'EnableLogFileValidation': true}::json
  }] as calls,
  {'Name': t.trail_arn, 'LogFileValidationEnabled': coalesce(t.log_file_validation_enabled, false)} as before,
  {'Name': t.trail_arn, 'LogFileValidationEnabled': true} as after,
  'CloudTrail writes digest files beside the logs from now on; logs that were delivered before stay without.' as note
from failed_unit f
join aws_cloudtrail_trail t on t.account_id = f.account_id and t.trail_arn = f.unit
