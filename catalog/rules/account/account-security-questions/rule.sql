-- One unit for each account. There is nothing to read: a person's attestation decides.
select
  account_id,
  'global' as region,
  account_id as unit,
  null::varchar as asset,
  'MANUAL' as status,
  'no API shows security questions; a person must answer' as reason,
  {'attestation_max_age_days': attestation_max_age_days} as evidence
from param
