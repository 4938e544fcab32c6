package io.plumbline.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

class IamAuthorizationRowTest {
    private static final Instant MADE = Instant.parse("2025-11-01T00:00:00Z");
    private static final GetAccountAuthorizationDetailsResponse ANSWER =
            GetAccountAuthorizationDetailsResponse.builder()
                    .userDetailList(UserDetail.builder()
                            .userName("anna")
                            .arn("arn:aws:iam::123456789012:user/anna")
                            .createDate(MADE)
                            .groupList("readers")
                            .userPolicyList(PolicyDetail.builder()
                                    .policyName("direct")
                                    .policyDocument("%7B%22a%22%3A%22b+c%22%7D")
                                    .build())
                            .build())
                    .roleDetailList(RoleDetail.builder()
                            .roleName("batch")
                            .arn("arn:aws:iam::123456789012:role/batch")
                            .createDate(MADE)
                            .assumeRolePolicyDocument("%7B%7D")
                            .build())
                    .policies(ManagedPolicyDetail.builder()
                            .policyName("read")
                            .arn("arn:aws:iam::123456789012:policy/read")
                            .createDate(MADE)
                            .policyVersionList(
                                    PolicyVersion.builder()
                                            .document("%7B%22old%22%3A1%7D")
                                            .isDefaultVersion(false)
                                            .build(),
                                    PolicyVersion.builder()
                                            .document("%7B%22new%22%3A1%7D")
                                            .isDefaultVersion(true)
                                            .build())
                            .build())
                    .build();

    @Test
    void every_kind_of_identity_is_a_row_with_readable_documents() {
        List<IamAuthorizationRow> rows = IamAuthorizationRow.all(ANSWER);
        assertThat(rows.stream().map(IamAuthorizationRow::identityType)).containsExactly("user", "role", "policy");
        assertThat(rows.getFirst().inlinePolicies()).containsEntry("direct", "{\"a\":\"b+c\"}");
        assertThat(rows.getFirst().groups()).containsExactly("readers");
        assertThat(rows.get(1).document()).contains("{}");
    }

    @Test
    void a_customer_policy_shows_the_version_that_is_in_force() {
        assertThat(IamAuthorizationRow.all(ANSWER).getLast().document()).contains("{\"new\":1}");
    }
}
