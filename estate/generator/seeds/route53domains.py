"""A domain that renews itself."""

CONTACT = {"FirstName": "Ada", "LastName": "Example", "ContactType": "PERSON", "AddressLine1": "1 Example Street",
           "City": "Springfield", "CountryCode": "US", "State": "OR", "ZipCode": "97477", "PhoneNumber": "+1.2025550147",
           "Email": "domains@plumb.example"}


def seed(session, region):
    domains = session.client("route53domains", region)
    if domains.list_domains()["Domains"]:
        return
    domains.register_domain(DomainName="plumb-example.com", DurationInYears=2, AutoRenew=True, AdminContact=CONTACT,
                            RegistrantContact=CONTACT, TechContact=CONTACT, PrivacyProtectAdminContact=True,
                            PrivacyProtectRegistrantContact=False, PrivacyProtectTechContact=True)
