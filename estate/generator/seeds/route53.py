"""A public zone with a name that points nowhere any more."""


def seed(session, region):
    if region != "us-east-1":
        return
    client = session.client("route53", region)
    zone = client.create_hosted_zone(Name="plumb.example.", CallerReference="plumb-1",
                                     HostedZoneConfig={"Comment": "What the world sees", "PrivateZone": False})["HostedZone"]["Id"]
    client.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": [
        {"Action": "CREATE", "ResourceRecordSet": {
            "Name": "www.plumb.example.", "Type": "A", "TTL": 300, "ResourceRecords": [{"Value": "192.0.2.10"}]}},
        {"Action": "CREATE", "ResourceRecordSet": {
            "Name": "old-shop.plumb.example.", "Type": "CNAME", "TTL": 300,
            "ResourceRecords": [{"Value": "plumb-old-shop.s3-website-us-east-1.amazonaws.com"}]}}]})
