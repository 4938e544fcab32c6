-- One unit for each account. That all fields are filled can be read; that they are true, a person must attest. Values stay out of the
-- evidence, since they are personal data.
with seen as (
  select
    p.account_id, a.contact_information as contact,
    p.partition not in ('aws', 'aws-cn') and a.contact_information is null as no_api,
    list_filter(
      [
        case when coalesce(trim(a.contact_information.full_name), '') = '' then 'full name' end,
        case when coalesce(trim(a.contact_information.address_line1), '') = '' then 'address line 1' end,
        case when coalesce(trim(a.contact_information.city), '') = '' then 'city' end,
        case when coalesce(trim(a.contact_information.country_code), '') = '' then 'country code' end,
        case when coalesce(trim(a.contact_information.postal_code), '') = '' then 'postal code' end,
        case when coalesce(trim(a.contact_information.phone_number), '') = '' then 'phone number' end
      ],
      lambda field: field is not null
    ) as empty_fields
  from param p
  left join aws_account a on a.account_id = p.account_id
)
select
  account_id,
  'global' as region,
  account_id as unit,
  null::varchar as asset,
  case when no_api or len(empty_fields) = 0 then 'MANUAL' else 'FAIL' end as status,
  case
    when no_api then 'this partition has no Account API; a person must answer'
    when contact is null then 'no contact details are registered'
    when len(empty_fields) > 0 then 'contact details lack: ' || array_to_string(empty_fields, ', ')
    else 'contact details are complete; a person must attest that they are current'
  end as reason,
  {
    'registered': contact is not null,
    'empty_fields': case when contact is not null then empty_fields end,
    'company_name': coalesce(trim(contact.company_name), '') <> ''
  } as evidence,
  no_api as certain
from seen
