"""A distribution in front of a web server, with a header that only the two know."""


def seed(session, region):
    cloudfront = session.client("cloudfront", region)
    if cloudfront.list_distributions()["DistributionList"]["Quantity"]:
        return
    cloudfront.create_distribution_with_tags(DistributionConfigWithTags={
        "DistributionConfig": {
            "CallerReference": "shop", "Comment": "The shop", "Enabled": True, "DefaultRootObject": "index.html",
            "Aliases": {"Quantity": 1, "Items": ["shop.plumb.example"]},
            "Origins": {"Quantity": 1, "Items": [{
                "Id": "web", "DomainName": "origin.plumb.example",
                "CustomHeaders": {"Quantity": 1, "Items": [
                    {"HeaderName": "X-Origin-Check", "HeaderValue": "PLUMBLINE_CANARY_ORIGIN_HEADER"}]},
                "CustomOriginConfig": {"HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "http-only",
                                       "OriginSslProtocols": {"Quantity": 1, "Items": ["TLSv1.2"]}}}]},
            "DefaultCacheBehavior": {"TargetOriginId": "web", "ViewerProtocolPolicy": "allow-all", "MinTTL": 0,
                                     "ForwardedValues": {"QueryString": False, "Cookies": {"Forward": "none"}}}},
        "Tags": {"Items": [{"Key": "owner", "Value": "web"}]}})
