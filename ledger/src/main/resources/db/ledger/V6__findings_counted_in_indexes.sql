-- The first page of findings is the worst of them, oldest first: read in the index's order, not sorted out of all.
drop index finding_state;
create index finding_worst on finding (state, severity desc, first_seen, id);
-- Every page counts open findings by account, rule and severity: from an index alone, since a finding's row is long.
create index finding_of_account on finding (state, account_id, rule, severity);
create index finding_of_rule on finding (state, rule, account_id, severity);
create index finding_exception on finding (exception, state, account_id) where exception is not null;
