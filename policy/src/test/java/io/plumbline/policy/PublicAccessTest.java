package io.plumbline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAccessTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal': '*'",
                "'Principal': {'AWS': '*'}",
                "'Principal': {'AWS': ['111122223333', '*']}",
                "'Principal': ['*']",
                "'NotPrincipal': {'AWS': '111122223333'}",
            })
    void everybody_without_a_condition_is_public(String principal) {
        assertThat(PublicAccess.statements(allow(principal))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Principal': {'AWS': '111122223333'}",
                "'Principal': {'AWS': 'arn:aws:iam::111122223333:root'}",
                "'Principal': {'Service': 'cloudtrail.amazonaws.com'}",
                "'Principal': {'CanonicalUser': 'abc'}",
                "'Sid': 'no principal at all'",
            })
    void somebody_is_not_public(String principal) {
        assertThat(PublicAccess.statements(allow(principal))).isEmpty();
    }

    @Test
    void a_deny_is_not_public() {
        assertThat(PublicAccess.statements(Policies.of("\"Effect\": \"Deny\", \"Principal\": \"*\"")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'StringEquals': {'aws:SourceAccount': '111122223333'}",
                "'stringequals': {'AWS:SOURCEACCOUNT': ['111122223333', '444455556666']}",
                "'StringEqualsIgnoreCase': {'aws:SourceOwner': '111122223333'}",
                "'StringEquals': {'aws:SourceOrgID': 'o-abc123'}",
                "'StringLike': {'aws:PrincipalOrgID': 'o-abc123'}",
                "'ForAnyValue:StringLike': {'aws:PrincipalOrgPaths': 'o-abc123/r-x/ou-y/*'}",
                "'StringEquals': {'aws:PrincipalAccount': '111122223333'}",
                "'ArnLike': {'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*'}",
                "'ArnEquals': {'aws:SourceArn': 'arn:aws:cloudtrail:*:111122223333:trail/*'}",
                "'StringLike': {'aws:SourceArn': 'arn:aws:s3:::one-known-bucket'}",
                "'StringEquals': {'aws:userid': 'AIDAEXAMPLE'}",
                "'StringEquals': {'aws:SourceVpc': 'vpc-1'}",
                "'StringEquals': {'aws:SourceVpce': 'vpce-1'}",
                "'IpAddress': {'aws:SourceIp': '10.0.0.0/8'}",
                "'IpAddress': {'aws:SourceIp': ['203.0.113.5', '2001:db8::/32', '2001:db8::1']}",
                "'StringEquals': {'s3:DataAccessPointAccount': '111122223333'}",
                "'StringLike': {'s3:DataAccessPointArn': 'arn:aws:s3:eu-west-1:111122223333:accesspoint/*'}",
                "'StringEquals': {'s3:x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:eu-west-1:111122223333:key/k'}",
                "'Bool': {'aws:SecureTransport': 'true'}, 'StringEquals': {'aws:SourceAccount': '111122223333'}",
                "'StringEqualsIfExists': {'aws:SourceVpc': 'vpc-1'}, 'Null': {'aws:sourcevpc': 'false'}",
                "'ForAllValues:StringEquals': {'aws:SourceVpc': 'vpc-1'}, 'Null': {'aws:SourceVpc': false}",
            })
    void a_condition_with_fixed_values_limits(String condition) {
        assertThat(PublicAccess.statements(conditioned(condition))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Bool': {'aws:SecureTransport': 'true'}",
                "'StringEquals': {'aws:PrincipalType': 'User'}",
                "'StringEquals': {'aws:SourceAccount': '1111*'}",
                "'StringEquals': {'aws:SourceAccount': ['111122223333', '*']}",
                "'StringEquals': {'aws:SourceAccount': []}",
                "'StringEquals': {'aws:SourceAccount': ''}",
                "'StringEquals': {'aws:SourceAccount': '${aws:PrincipalAccount}'}",
                "'StringNotEquals': {'aws:SourceAccount': '111122223333'}",
                "'StringEqualsIfExists': {'aws:SourceAccount': '111122223333'}",
                "'StringEqualsIfExists': {'aws:SourceVpc': 'vpc-1'}, 'Null': {'aws:SourceVpc': 'true'}",
                "'StringEqualsIfExists': {'aws:SourceVpc': 'vpc-1'}, 'Null': {'aws:SourceVpce': 'false'}",
                "'ForAllValues:StringEquals': {'aws:SourceAccount': '111122223333'}",
                "'StringLike': {'aws:PrincipalOrgID': 'o-*'}",
                "'ForAnyValue:StringLike': {'aws:PrincipalOrgPaths': 'o-*/r-x'}",
                "'ForAnyValue:StringLike': {'aws:PrincipalOrgPaths': '*/r-x'}",
                "'ArnLike': {'aws:PrincipalArn': 'arn:aws:iam::*:role/admin'}",
                "'ArnLike': {'aws:SourceArn': 'arn:aws:s3:::*'}",
                "'ArnLike': {'aws:SourceArn': '*:111122223333:*'}",
                "'StringLike': {'aws:userid': 'AROAEXAMPLE:*'}",
                "'StringLike': {'aws:SourceVpc': 'vpc-?'}",
                "'IpAddress': {'aws:SourceIp': '0.0.0.0/0'}",
                "'IpAddress': {'aws:SourceIp': ['10.0.0.0/8', '128.0.0.0/7']}",
                "'IpAddress': {'aws:SourceIp': '2001::/31'}",
                "'IpAddress': {'aws:SourceIp': 'anywhere'}",
                "'NotIpAddress': {'aws:SourceIp': '10.0.0.0/8'}",
                "'StringEquals': {'aws:SourceIp': '10.0.0.1'}",
                "'IpAddress': {'aws:SourceAccount': '111122223333'}",
                "'Null': {'aws:SourceVpc': 'false'}",
            })
    void any_other_condition_does_not(String condition) {
        assertThat(PublicAccess.statements(conditioned(condition))).hasSize(1);
    }

    @Test
    void the_reasons_name_the_principal_and_every_condition() {
        PolicyDocument document = Policies.of("""
                "Sid": "Open", "Effect": "Allow", "Principal": "*",
                "Condition": {"Bool": {"aws:SecureTransport": "true"}, "IpAddress": {"aws:SourceIp": "0.0.0.0/0"}}""");
        assertThat(PublicAccess.statements(document))
                .singleElement()
                .hasToString("Open: Principal is everybody; aws:SecureTransport says nothing about who calls;"
                        + " aws:SourceIp may be '0.0.0.0/0', which is not one known caller");
    }

    private static PolicyDocument allow(String members) {
        return Policies.document(
                ("{'Statement': {'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': '*', " + members + "}}")
                        .replace('\'', '"'));
    }

    private static PolicyDocument conditioned(String condition) {
        return allow("'Principal': '*', 'Condition': {" + condition + "}");
    }
}
