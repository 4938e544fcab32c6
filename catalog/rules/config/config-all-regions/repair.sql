-- A recorder that is there, records everything and is only stopped is started. What else may be wrong needs a bucket, a role or a choice.
select
  f.account_id, f.unit, f.region,
  [{
    'service': 'config', 'operation': 'StartConfigurationRecorder', 'region': r.region,
    'parameters': {'ConfigurationRecorderName': r.name}::json
  }] as calls,
  {'Recorder': r.name, 'Recording': false} as before,
  {'Recorder': r.name, 'Recording': true} as after,
  'AWS Config bills each configuration item that it records.' as note
from failed_unit f
join aws_config_configuration_recorder r on r.account_id = f.account_id and r.region = f.region and r.name = f.evidence->>'recorder'
where f.reason = 'the recorder is stopped' and coalesce(f.evidence->>'bucket', '') <> ''
  and (coalesce(r.recording_group.all_supported, false)
    or coalesce(r.recording_group.recording_strategy.use_only, '') = 'ALL_SUPPORTED_RESOURCE_TYPES')
