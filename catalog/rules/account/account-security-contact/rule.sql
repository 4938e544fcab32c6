-- One unit for each account. Other kinds of contact do not stand in for this one. Mail address and number stay out of the evidence, since
-- they are personal data.
with seen as (
  select
    p.account_id, a.security_contact as contact,
    p.partition not in ('aws', 'aws-cn') and a.security_contact is null as no_api,
    coalesce(trim(a.security_contact.email_address), '') <> '' as mail,
    coalesce(trim(a.security_contact.phone_number), '') <> '' as phone
  from param p
  left join aws_account a on a.account_id = p.account_id
)
select
  account_id,
  'global' as region,
  account_id as unit,
  null::varchar as asset,
  case when no_api then 'MANUAL' when mail and phone then 'PASS' else 'FAIL' end as status,
  case
    when no_api then 'this partition has no Account API; a person must answer'
    when contact is null then 'no security contact is registered'
    when not mail and not phone then 'the security contact has neither a mail address nor a phone number'
    when not mail then 'the security contact has no mail address'
    when not phone then 'the security contact has no phone number'
    else 'a security contact with mail address and phone number is registered'
  end as reason,
  {'registered': contact is not null, 'title': contact.title, 'mail_address': mail, 'phone_number': phone} as evidence,
  no_api as certain
from seen
