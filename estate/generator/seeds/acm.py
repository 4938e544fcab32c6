"""Certificates of ACM: one that AWS issues, one with another kind of key."""


def seed(session, region):
    acm = session.client("acm", region)
    acm.request_certificate(DomainName="shop.plumb.example", ValidationMethod="DNS",
                            SubjectAlternativeNames=["www.shop.plumb.example"], Tags=[{"Key": "owner", "Value": "web"}])
    acm.request_certificate(DomainName="*.intern.plumb.example", ValidationMethod="EMAIL", KeyAlgorithm="EC_prime256v1")
