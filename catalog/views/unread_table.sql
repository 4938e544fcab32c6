-- What could not be listed, and why: one row for each table in an account and region.
select account_id, region, table_name, min(action || ': ' || code) as refused
from journal
where column_name = '' and status <> 'read'
group by account_id, region, table_name
