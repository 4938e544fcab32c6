-- One unit for each IAM user. The credential report may be four hours old: where it would fail a user, or has no row for it, the user's
-- own answers of this minute decide. They are asked only where the report shows 45 idle days (see focus in rule.yaml), so with a smaller
-- max_age_days the report decides alone about credentials that were idle for less.
with users as (
  select
    u.account_id, u.region, u.arn, u.create_date, p.now, p.max_age_days * 86400 as max_age_s, p.max_age_days < 45 as report_suffices,
    r.arn is not null as reported, r.generated_time, lower(r.password_enabled) as password,
    u.login_profile, u.unread['login_profile'] as unread,
    greatest(u.password_last_used, report_date(r.password_last_used)) as password_used,
    greatest(report_date(r.password_last_changed), u.login_profile.create_date) as password_set,
    list_filter(
      [
        {'credential': 'access key 1', 'active': lower(r.access_key_1_active), 'made': report_date(r.access_key_1_last_rotated),
          'active_at': coalesce(report_date(r.access_key_1_last_used_date), report_date(r.access_key_1_last_rotated))},
        {'credential': 'access key 2', 'active': lower(r.access_key_2_active), 'made': report_date(r.access_key_2_last_rotated),
          'active_at': coalesce(report_date(r.access_key_2_last_used_date), report_date(r.access_key_2_last_rotated))}
      ],
      lambda one: r.arn is not null and one.active is distinct from 'false'
    ) as report_keys,
    list_filter(
      [
        case when lower(r.cert_1_active) = 'true' then 'signing certificate 1' end,
        case when lower(r.cert_2_active) = 'true' then 'signing certificate 2' end
      ],
      lambda certificate: certificate is not null
    ) as not_judged
  from aws_iam_user_sign_in u
  join param p on p.account_id = u.account_id
  left join aws_iam_credential_report r on r.account_id = u.account_id and r.arn = u.arn
),
passwords as (
  select
    *, coalesce(password_used, password_set, create_date) as active_at,
    date_diff('second', coalesce(password_used, password_set, create_date), now) >= max_age_s as idle
  from users
  where not reported or password is distinct from 'false'
),
-- Users about whose keys the report would say something bad, or nothing; and those whose keys the focus had read live.
key_holders as (
  select
    *,
    not reported or len(list_filter(report_keys, lambda one:
      date_diff('second', coalesce(one.active_at, create_date), now) >= max_age_s)) > 0 as doubtful,
    not reported or len(list_filter(report_keys, lambda one:
      coalesce(epoch(generated_time) - epoch(one.active_at) >= 45 * 86400, true))) > 0 as asked
  from users
),
report_keys as (
  select
    account_id, arn, one.credential, coalesce(one.active_at, create_date) as active_at, report_suffices,
    date_diff('second', coalesce(one.active_at, create_date), now) >= max_age_s as idle
  from (select *, unnest(report_keys) as one from key_holders where not (doubtful and asked))
),
-- The report stands in for a last use that was not read, with the key that was made at the same moment.
live_keys as (
  select
    account_id, arn, access_key_id, unread, active_at, date_diff('second', active_at, now) >= max_age_s as idle
  from (
    select
      u.account_id, u.arn, u.now, u.max_age_s, k.access_key_id, k.unread['last_used'] as unread,
      greatest(k.create_date, k.last_used.last_used_date, case when k.unread['last_used'] is not null then list_min(list_transform(
        list_filter(u.report_keys, lambda one: one.made = k.create_date), lambda one: one.active_at)) end) as active_at
    from key_holders u
    join aws_iam_access_key k on k.account_id = u.account_id and left(k.arn, length(k.arn) - length(k.access_key_id) - 1) = u.arn
    where u.doubtful and u.asked and k.status = 'Active'
  )
),
credentials as (
  select
    account_id, arn, 'password' as credential, active_at,
    case
      when reported and password is distinct from 'true' then 'unsure'
      when reported and not idle then 'in use'
      when unread.code = 'NotRequested' and reported and report_suffices then 'idle'
      when unread is not null then 'unsure'
      when login_profile is null then 'gone'
      when not idle then 'in use'
      when not reported and password_used is null then 'unsure'
      else 'idle'
    end as state,
    case when reported and (not idle or unread is not null) then 'credential report' else 'read live' end as source,
    case
      when reported and password is distinct from 'true' then 'the credential report does not say whether the user has a password'
      when unread.code = 'NotRequested' then 'the user was not read live, and the credential report alone cannot decide'
      when unread is not null then unread.action || ': ' || unread.code
      else 'the password was never used, and only a credential report says when it was changed'
    end as doubt
  from passwords
  union all
  select
    account_id, arn, credential, active_at, case when not idle then 'in use' when report_suffices then 'idle' else 'unsure' end,
    'credential report', 'the user was not read live, and the credential report alone cannot decide'
  from report_keys
  union all
  select
    account_id, arn, 'access key ' || access_key_id, active_at,
    case when not idle then 'in use' when unread is null then 'idle' else 'unsure' end,
    case when unread is null then 'read live' else 'credential report' end,
    case when unread.code = 'NotRequested' then 'the last use of an access key was not read live'
      else unread.action || ': ' || unread.code end
  from live_keys
),
judged as (
  select
    account_id, arn,
    list({'credential': credential, 'last_activity': instant_text(active_at), 'state': state, 'source': source} order by credential)
      as credentials,
    list(credential order by credential) filter (where state = 'idle') as idle,
    first(doubt order by credential) filter (where state = 'unsure') as doubt
  from credentials
  where state <> 'gone'
  group by account_id, arn
)
select
  u.account_id,
  u.region,
  u.arn as unit,
  u.arn as asset,
  case when j.idle is not null then 'FAIL' when j.doubt is null then 'PASS' end as status,
  case
    when j.idle is not null then 'not used for ' || u.max_age_s // 86400 || ' days or more: ' || array_to_string(j.idle, ', ')
    when j.doubt is not null then j.doubt
    when j.credentials is null then 'has no credential that is enabled'
    else 'every enabled credential was used, set or made less than ' || u.max_age_s // 86400 || ' days ago'
  end as reason,
  {
    'idle': j.idle,
    'credentials': j.credentials,
    'not_judged': u.not_judged,
    'report_time': instant_text(u.generated_time)
  } as evidence,
  not u.doubtful as certain
from key_holders u
left join judged j on j.account_id = u.account_id and j.arn = u.arn
