with counted as (
  select p.account_id, p.least, p.strict, p.label, p.now, count(t.arn) as things
  from param p
  left join thing t on t.account_id = p.account_id and not list_contains(p.ignored, t.arn)
  group by all
)
select account_id, 'global' as region, account_id as unit, null as asset,
  case when things >= least + strict::int then 'PASS' else 'FAIL' end as status,
  label || ' ' || things as reason,
  {'now': instant_text(now)} as evidence
from counted
