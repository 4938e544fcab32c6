select t.account_id, t.region, t.arn as unit, null as asset, 'FAIL' as status, 'found' as reason, null as evidence
from thing t join param p on p.account_id = t.account_id
