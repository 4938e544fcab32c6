"""DNS queries of one VPC are logged."""


def seed(session, region):
    account = session.client("sts", region).get_caller_identity()["Account"]
    vpc = session.client("ec2", region).create_vpc(CidrBlock="10.89.0.0/16")["Vpc"]["VpcId"]
    resolver = session.client("route53resolver", region)
    made = resolver.create_resolver_query_log_config(
        Name="dns-queries", DestinationArn=f"arn:aws:logs:{region}:{account}:log-group:/dns/queries:*", CreatorRequestId="dns-queries")
    resolver.associate_resolver_query_log_config(ResolverQueryLogConfigId=made["ResolverQueryLogConfig"]["Id"], ResourceId=vpc)
