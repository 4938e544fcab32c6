-- One unit for each IAM user. Keys are listed for users with an active key in the credential report and for users that it does not show;
-- the last use of a key is asked only where the report shows none within 45 days, so a key that was not asked about has been used.
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
    coalesce(lower(r.access_key_1_active) = 'false' and lower(r.access_key_2_active) = 'false', false) as no_active_key
  from aws_iam_user_sign_in u
  join param p on p.account_id = u.account_id
  left join aws_iam_credential_report r on r.account_id = u.account_id and r.arn = u.arn
),
keys as (
  select
    u.account_id, u.arn, k.access_key_id, k.create_date, k.unread['last_used'] as unread,
    k.last_used.last_used_date is null and k.unread['last_used'] is null as never_used,
    coalesce(k.unread['last_used'].code <> 'NotRequested' or (k.unread['last_used'].code = 'NotRequested' and not u.reported), false)
      as unsure
  from users u
  join aws_iam_access_key k on k.account_id = u.account_id and left(k.arn, length(k.arn) - length(k.access_key_id) - 1) = u.arn
  where k.status = 'Active' and abs(date_diff('second', u.create_date, k.create_date)) <= u.setup_window_s
),
found as (
  select
    account_id, arn,
    list({'access_key_id': access_key_id, 'create_date': instant_text(create_date)} order by access_key_id) as made_together,
    list(access_key_id order by access_key_id) filter (where never_used) as never_used,
    first(unread order by access_key_id) filter (where unsure) as unread
  from keys
  group by account_id, arn
)
select
  u.account_id,
  u.region,
  u.arn as unit,
  u.arn as asset,
  case
    when u.password = 'false' then 'NOT_APPLICABLE'
    when u.password is null then null
    when f.never_used is not null then 'FAIL'
    when f.unread is not null then null
    else 'PASS'
  end as status,
  case
    when u.password = 'false' then 'has no console password'
    when u.password is null and u.unread is not null then u.unread.action || ': ' || u.unread.code
    when u.password is null then 'the credential report does not say whether the user has a password'
    when f.never_used is not null then 'an access key made together with the user was never used: ' || array_to_string(f.never_used, ', ')
    when f.unread is not null then f.unread.action || ': ' || f.unread.code
    when f.made_together is not null then 'access keys made together with the user have been used'
    else 'no active access key was made together with the user'
  end as reason,
  {
    'user_created': instant_text(u.create_date),
    'keys_made_together': f.made_together,
    'never_used': f.never_used,
    'report_time': instant_text(u.generated_time),
    'setup_window_s': u.setup_window_s
  } as evidence,
  coalesce(u.password = 'false' or (u.password = 'true' and u.no_active_key), false) as certain
from users u
left join found f on f.account_id = u.account_id and f.arn = u.arn
