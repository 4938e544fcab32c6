-- One unit for each IAM user. Most are settled by the credential report: no password, or no active key that was made within a day of the
-- user and never used. Of the others, and of users that it does not show, the keys and their last use are read live (see focus in
-- rule.yaml). With a setup_window_s of more than a day, what the report alone cannot settle stays UNKNOWN.
with users as (
  select
    u.account_id, u.region, u.arn, u.create_date, r.generated_time, p.setup_window_s,
    case
      when r.arn is null and u.unread['login_profile'] is null then case when u.login_profile is null then 'false' else 'true' end
      when r.arn is null then null
      when lower(r.password_enabled) in ('true', 'false') then lower(r.password_enabled)
    end as password,
    case when r.arn is null then u.unread['login_profile'] end as unread,
    r.arn is not null as reported,
    report_date(r.user_creation_time) as user_made,
    list_filter(
      [
        {'active': lower(r.access_key_1_active), 'made': report_date(r.access_key_1_last_rotated),
          'used': report_date(r.access_key_1_last_used_date)},
        {'active': lower(r.access_key_2_active), 'made': report_date(r.access_key_2_last_rotated),
          'used': report_date(r.access_key_2_last_used_date)}
      ],
      lambda one: r.arn is not null and one.active is distinct from 'false'
    ) as report_keys
  from aws_iam_user_sign_in u
  join param p on p.account_id = u.account_id
  left join aws_iam_credential_report r on r.account_id = u.account_id and r.arn = u.arn
),
key_holders as (
  select
    *,
    not reported or len(list_filter(report_keys, lambda one:
      one.used is null and coalesce(abs(epoch(one.made) - epoch(user_made)) <= 86400, true))) > 0 as asked,
    len(list_filter(report_keys, lambda one:
      one.used is null and abs(epoch(one.made) - epoch(user_made)) <= setup_window_s)) > 0 as suspected
  from users
),
-- The report stands in for a last use that was not read, with the key that was made at the same moment, or with all if there is none.
keys as (
  select
    account_id, arn, access_key_id, create_date, unread,
    unread is null and last_used is null as never_used,
    unread is not null and not coalesce(list_bool_and(list_transform(
      case when len(same_key) > 0 then same_key else report_keys end, lambda one: one.used is not null)), false) as unsure
  from (
    select
      u.account_id, u.arn, u.report_keys, k.access_key_id, k.create_date, k.unread['last_used'] as unread,
      k.last_used.last_used_date as last_used, list_filter(u.report_keys, lambda one: one.made = k.create_date) as same_key
    from key_holders u
    join aws_iam_access_key k on k.account_id = u.account_id and left(k.arn, length(k.arn) - length(k.access_key_id) - 1) = u.arn
    where k.status = 'Active' and abs(date_diff('second', u.create_date, k.create_date)) <= u.setup_window_s
  )
),
found as (
  select
    account_id, arn,
    list({'access_key_id': access_key_id, 'create_date': instant_text(create_date)} order by access_key_id) as made_together,
    list(access_key_id order by access_key_id) filter (where never_used) as never_used,
    first(unread order by access_key_id) filter (where unsure) as unread
  from keys
  group by account_id, arn
),
judged as (
  select
    u.*, f.made_together, f.never_used, f.unread as use_unread,
    f.unread is not null or (u.suspected and not u.asked) as use_unknown
  from key_holders u
  left join found f on f.account_id = u.account_id and f.arn = u.arn
)
select
  account_id,
  region,
  arn as unit,
  arn as asset,
  case
    when password = 'false' then 'NOT_APPLICABLE'
    when password is null then null
    when never_used is not null then 'FAIL'
    when use_unknown then null
    else 'PASS'
  end as status,
  case
    when password = 'false' then 'has no console password'
    when password is null and unread is not null then unread.action || ': ' || unread.code
    when password is null then 'the credential report does not say whether the user has a password'
    when never_used is not null then 'an access key made together with the user was never used: ' || array_to_string(never_used, ', ')
    when use_unread.code <> 'NotRequested' then use_unread.action || ': ' || use_unread.code
    when use_unknown then 'the last use of an access key was not read live, and the credential report alone cannot decide'
    when made_together is not null then 'access keys made together with the user have been used'
    else 'no active access key was made together with the user'
  end as reason,
  {
    'user_created': instant_text(create_date),
    'keys_made_together': made_together,
    'never_used': never_used,
    'report_time': instant_text(generated_time),
    'setup_window_s': setup_window_s
  } as evidence,
  coalesce(password = 'false' or (password = 'true' and not asked), false) as certain
from judged
