"""A person and a group that she belongs to."""


def seed(session, region):
    store = session.client("sso-admin", region).list_instances()["Instances"][0]["IdentityStoreId"]
    client = session.client("identitystore", region)
    person = client.create_user(
        IdentityStoreId=store, UserName="anna", DisplayName="Anna Example", Name={"GivenName": "Anna", "FamilyName": "Example"},
        Emails=[{"Value": "anna@plumb.example", "Type": "work", "Primary": True}])["UserId"]
    group = client.create_group(IdentityStoreId=store, DisplayName="harbour-masters", Description="May close the harbour")["GroupId"]
    client.create_group_membership(IdentityStoreId=store, GroupId=group, MemberId={"UserId": person})
