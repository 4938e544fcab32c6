package io.plumbline.report;

import io.plumbline.assess.UnitResult;
import io.plumbline.model.Arn;
import java.util.Map;
import java.util.Optional;

/**
 * What a finding is about, as Security Hub calls it (AWS Security Finding Format, {@code Resources[].Type}).
 *
 * @param type {@code AwsAccount}, one of {@code ResourceDetails}, or {@code Other}
 * @param id the asset; where a unit has none, the account in Security Hub's way of writing it
 */
public record ResourceKind(String type, String id) {
    static final String ACCOUNT = "AwsAccount";
    static final String OTHER = "Other";

    /** By the service of an ARN and what its resource begins with; a service alone where all its ARNs are of one kind. */
    static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("acm:certificate", "AwsCertificateManagerCertificate"),
            Map.entry("cloudformation:stack", "AwsCloudFormationStack"),
            Map.entry("cloudfront:distribution", "AwsCloudFrontDistribution"),
            Map.entry("cloudtrail:trail", "AwsCloudTrailTrail"),
            Map.entry("cloudwatch:alarm", "AwsCloudWatchAlarm"),
            Map.entry("dynamodb:table", "AwsDynamoDbTable"),
            Map.entry("ec2:instance", "AwsEc2Instance"),
            Map.entry("ec2:network-acl", "AwsEc2NetworkAcl"),
            Map.entry("ec2:network-interface", "AwsEc2NetworkInterface"),
            Map.entry("ec2:route-table", "AwsEc2RouteTable"),
            Map.entry("ec2:security-group", "AwsEc2SecurityGroup"),
            Map.entry("ec2:subnet", "AwsEc2Subnet"),
            Map.entry("ec2:volume", "AwsEc2Volume"),
            Map.entry("ec2:vpc", "AwsEc2Vpc"),
            Map.entry("ec2:vpc-peering-connection", "AwsEc2VpcPeeringConnection"),
            Map.entry("ecr:repository", "AwsEcrRepository"),
            Map.entry("ecs:cluster", "AwsEcsCluster"),
            Map.entry("ecs:service", "AwsEcsService"),
            Map.entry("eks:cluster", "AwsEksCluster"),
            Map.entry("elasticloadbalancing:loadbalancer", "AwsElbv2LoadBalancer"),
            Map.entry("iam:group", "AwsIamGroup"),
            Map.entry("iam:policy", "AwsIamPolicy"),
            Map.entry("iam:role", "AwsIamRole"),
            Map.entry("iam:root", ACCOUNT),
            Map.entry("iam:user", "AwsIamUser"),
            Map.entry("kms:key", "AwsKmsKey"),
            Map.entry("lambda:function", "AwsLambdaFunction"),
            Map.entry("rds:cluster", "AwsRdsDbCluster"),
            Map.entry("rds:db", "AwsRdsDbInstance"),
            Map.entry("redshift:cluster", "AwsRedshiftCluster"),
            Map.entry("s3", "AwsS3Bucket"),
            Map.entry("secretsmanager:secret", "AwsSecretsManagerSecret"),
            Map.entry("sns", "AwsSnsTopic"),
            Map.entry("sqs", "AwsSqsQueue"));

    static ResourceKind of(UnitResult unit) {
        return of(unit.accountId(), unit.asset());
    }

    /** What something in an account is. */
    public static ResourceKind of(String accountId, Optional<String> about) {
        return about.filter(asset -> !asset.equals(accountId))
                .map(asset -> new ResourceKind(type(asset), asset))
                .orElseGet(() -> new ResourceKind(ACCOUNT, "AWS::::Account:" + accountId));
    }

    private static String type(String asset) {
        Optional<Arn> arn = Arn.parse(asset);
        return arn.map(one -> TYPES.getOrDefault(
                        one.service() + ":" + one.resource().split("[/:]", 2)[0],
                        TYPES.getOrDefault(one.service(), OTHER)))
                .orElse(OTHER);
    }
}
