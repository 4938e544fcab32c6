package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNamesTest {
    @ParameterizedTest
    @CsvSource({
        "TrailARN, trail_arn",
        "DBInstanceArn, db_instance_arn",
        "Ipv6Ranges, ipv6_ranges",
        "CidrIpv6, cidr_ipv6",
        "S3BucketName, s3_bucket_name",
        "KmsKeyId, kms_key_id",
        "SNSTopicARN, sns_topic_arn",
        "MFADevices, mfa_devices",
        "VpcId, vpc_id",
        "IPPermissions, ip_permissions",
        "UserName, user_name",
        "arn, arn",
        "A, a"
    })
    void a_member_of_the_sdk_is_a_column_in_snake_case(String member, String column) {
        assertThat(ColumnNames.snake(member)).isEqualTo(column);
    }

    @Property
    void no_letter_is_lost_and_none_is_large(@ForAll @AlphaChars @NumericChars @StringLength(max = 40) String member) {
        String column = ColumnNames.snake(member);
        assertThat(column.replace("_", "")).isEqualToIgnoringCase(member);
        assertThat(column).doesNotContainPattern("[A-Z]").doesNotContain("__").doesNotStartWith("_");
    }
}
