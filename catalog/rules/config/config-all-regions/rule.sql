-- One unit for each region. Service-linked recorders do not count. Where no region records the IAM types, the home region fails, and
-- only there.
with recorders as (
  select
    r.account_id, r.region, r.arn, r.name, r.status as state, r.recording_group, r.recording_mode, r.unread,
    coalesce(r.recording_group.all_supported, false)
      or coalesce(r.recording_group.recording_strategy.use_only, '') = 'ALL_SUPPORTED_RESOURCE_TYPES' as all_types,
    coalesce(r.recording_group.recording_strategy.use_only, '') = 'EXCLUSION_BY_RESOURCE_TYPES' as exclusion,
    coalesce(r.recording_group.exclusion_by_resource_types.resource_types, []) as excluded_types,
    coalesce(r.recording_group.resource_types, []) as included_types,
    ['AWS::IAM::User', 'AWS::IAM::Group', 'AWS::IAM::Role', 'AWS::IAM::Policy'] as iam_types
  from aws_config_configuration_recorder r
  where r.service_principal is null and r.recording_scope is distinct from 'INTERNAL'
),
read as (
  select
    *,
    case
      when all_types then coalesce(recording_group.include_global_resource_types, false)
      when exclusion then not list_has_any(excluded_types, iam_types)
      else list_has_all(included_types, iam_types)
    end as records_iam
  from recorders
),
iam as (
  select
    account_id, bool_or(records_iam and coalesce(state.recording, false)) as somewhere,
    bool_or(records_iam and unread['status'] is not null) as perhaps
  from read
  group by account_id
),
-- Regions whose recorders nobody could read may record the IAM types; those that a parameter excludes do not matter.
unlisted as (
  select j.account_id, min(j.region || ', ' || j.action || ': ' || j.code) as refused
  from journal j
  join param p on p.account_id = j.account_id
  where j.table_name = 'aws_config_configuration_recorder' and j.column_name = '' and j.status <> 'read'
    and not list_contains(p.excluded_regions, j.region)
  group by j.account_id
),
-- The parameter's default is a region of the partition aws only.
homes as (
  select
    p.account_id,
    case
      when exists (from aws_region h where h.account_id = p.account_id and h.region = p.home_region) then p.home_region
      when p.partition = 'aws-us-gov' then 'us-gov-west-1'
      when p.partition = 'aws-cn' then 'cn-north-1'
      when p.partition = 'aws-iso' then 'us-iso-east-1'
      when p.partition = 'aws-iso-b' then 'us-isob-east-1'
      when p.partition = 'aws-iso-e' then 'eu-isoe-west-1'
      when p.partition = 'aws-iso-f' then 'us-isof-south-1'
      when p.partition = 'aws-eusc' then 'eusc-de-east-1'
      else p.home_region
    end as home_region
  from param p
),
regions as (
  select
    g.account_id, g.region, g.opt_in_status, p.now, h.home_region, p.allow_exclusions, p.excluded_regions,
    r.* exclude (account_id, region), c.s3_bucket_name, coalesce(i.somewhere, false) as iam_somewhere,
    coalesce(i.perhaps, false) or l.refused is not null as iam_perhaps, l.refused
  from aws_region g
  join param p on p.account_id = g.account_id
  join homes h on h.account_id = g.account_id
  left join read r on r.account_id = g.account_id and r.region = g.region
  left join aws_config_delivery_channel c on c.account_id = g.account_id and c.region = g.region
  left join iam i on i.account_id = g.account_id
  left join unlisted l on l.account_id = g.account_id
),
judged as (
  select
    *,
    case
      when opt_in_status = 'not-opted-in' then 'the region is switched off'
      when list_contains(excluded_regions, region) then 'the region is excluded by a parameter'
    end as exempt,
    case
      when arn is null then 'there is no configuration recorder'
      when unread['status'] is not null then null
      when not coalesce(state.recording, false) then 'the recorder is stopped'
      when lower(state.last_status) = 'failure' then 'the recorder''s last delivery failed: ' || coalesce(state.last_error_code, 'no code')
      when lower(state.last_status) = 'pending' and epoch(now) - epoch(state.last_start_time) > 86400
        then 'the recorder has been pending for more than a day'
      when not all_types and not (exclusion and allow_exclusions) then 'the recorder does not record all resource types'
      when coalesce(s3_bucket_name, '') = '' then 'there is no delivery channel with a bucket'
      when region = home_region and not iam_somewhere and not iam_perhaps then 'no region records the IAM resource types'
    end as trouble,
    coalesce(lower(state.last_status) = 'notapplicable', false) as undecided,
    region = home_region and not iam_somewhere and iam_perhaps as iam_unread,
    -- What the recorder itself fails by does not hang on anything that may be unread.
    trouble is not null and arn is not null and unread['status'] is null and trouble not like 'there is no delivery channel%' as sure
  from regions
)
select
  account_id,
  region,
  'region:' || account_id || ':' || region as unit,
  null::varchar as asset,
  case
    when exempt is not null then 'NOT_APPLICABLE'
    when unread['status'] is not null or (trouble is null and (undecided or iam_unread)) then null
    when trouble is not null then 'FAIL'
    else 'PASS'
  end as status,
  case
    when exempt is not null then exempt
    when unread['status'] is not null then 'the recorder''s status could not be read'
    when undecided and trouble is null then 'AWS says that the recorder''s status is not applicable'
    when trouble is not null then trouble
    when iam_unread 
      then 'whether some region records the IAM resource types could not be read' || coalesce(', ' || refused, '')
    else 'AWS Config records all resource types'
  end as reason,
  {
    'recorder': name, 'recording': state.recording, 'last_status': state.last_status, 'bucket': s3_bucket_name,
    'records_iam_types': records_iam, 'recording_group': recording_group
  } as evidence,
  case when exempt is null and trouble is null
      and (recording_mode.recording_frequency = 'DAILY'
        or len(list_filter(coalesce(recording_mode.recording_mode_overrides, []), lambda o: o.recording_frequency = 'DAILY')) > 0)
    then ['some types are recorded once a day only'] else [] end as warnings,
  exempt is not null or sure as certain
from judged
