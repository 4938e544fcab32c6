select h.account_id, h.region, 'region:' || h.account_id || ':' || h.region as unit, null as asset, 'PASS' as status, 'has one' as reason,
  map {'seen': 'yes'} as evidence
from helper h join param p on p.account_id = h.account_id
