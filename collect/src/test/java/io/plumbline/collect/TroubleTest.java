package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.snapshot.CellStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

class TroubleTest {
    private static AwsServiceException answered(int status, String code, String message) {
        return AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDenied, DENIED",
        "400, AccessDeniedException, DENIED",
        "403, UnauthorizedOperation, DENIED",
        "403, InvalidClientTokenId, DENIED",
        "400, UnrecognizedClientException, DENIED",
        "401, AuthFailure, DENIED",
        "403, OptInRequired, DENIED",
        "403, ExpiredToken, FAILED",
        "400, ThrottlingException, FAILED",
        "503, SlowDown, FAILED",
        "500, InternalFailure, FAILED",
        "404, NoSuchBucket, FAILED"
    })
    void a_code_says_whether_aws_refused_or_failed(int status, String code, CellStatus expected) {
        Trouble trouble = Trouble.of(answered(status, code, "words"));
        assertThat(trouble.status()).isEqualTo(expected);
        assertThat(trouble.code()).isEqualTo(code);
    }

    @Test
    void the_action_that_aws_names_is_the_missing_one() {
        assertThat(Trouble.of(
                                answered(
                                        400,
                                        "AccessDeniedException",
                                        "User: arn:aws:sts::111122223333:assumed-role/R/s is not authorized to perform: kms:Decrypt on"
                                                + " resource: arn:aws:kms:eu-west-1:111122223333:key/k because no policy allows it"))
                        .action())
                .contains("kms:Decrypt");
        assertThat(Trouble.of(answered(403, "AccessDenied", "Access Denied")).action())
                .isEmpty();
    }

    @Test
    void an_answer_without_a_code_is_named_by_its_status() {
        assertThat(Trouble.of(answered(403, "", "")).status()).isEqualTo(CellStatus.DENIED);
        Trouble broken =
                Trouble.of(AwsServiceException.builder().statusCode(502).build());
        assertThat(broken.status()).isEqualTo(CellStatus.FAILED);
        assertThat(broken.code()).isEqualTo("HTTP502");
    }

    @ParameterizedTest
    @CsvSource({
        "with an explicit deny in a service control policy, denied by a service control policy",
        "because no service control policy allows the kms:ListKeys action, not allowed by a service control policy",
        "with an explicit deny in a resource control policy, denied by a resource control policy",
        "because no permissions boundary allows the action, not allowed by the permissions boundary",
        "because no session policy allows the action, not allowed by the session policy",
        "with an explicit deny in a VPC endpoint policy, denied by the VPC endpoint policy",
        "with an explicit deny in a resource-based policy, denied by the resource's own policy",
        "because no identity-based policy allows the action, no policy of the role allows it",
        "with an explicit deny in an identity-based policy, denied by the role's own policy"
    })
    void the_message_says_who_denied(String said, String who) {
        assertThat(Trouble.of(answered(403, "AccessDenied", "User: x is not authorized " + said))
                        .message())
                .isEqualTo(who);
    }

    @Test
    void without_an_answer_the_root_of_the_trouble_is_told() {
        Trouble cut = Trouble.of(SdkClientException.create("Unable to execute", new IOException("connection reset")));
        assertThat(cut.status()).isEqualTo(CellStatus.FAILED);
        assertThat(cut.code()).isEqualTo("NoAnswer");
        assertThat(cut.message()).contains("connection reset");
        assertThat(Trouble.of(ApiCallTimeoutException.create(5)).code()).isEqualTo("Timeout");
    }

    @Test
    void a_message_is_one_short_line() {
        String message =
                Trouble.of(answered(500, "X", "a\nb\t" + "long ".repeat(1_000))).message();
        assertThat(message).startsWith("a b long").hasSizeLessThan(302).doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "400, <Code>Throttling</Code>, true",
        "400, ThrottlingException, true",
        "503, <Code>RequestLimitExceeded</Code>, true",
        "503, <Code>SlowDown</Code>, true",
        "429, anything, true",
        "400, <Code>AccessDenied</Code>, false",
        "200, <Name>Throttling</Name>, false"
    })
    void answers_that_say_we_come_too_fast_are_known(int status, String body, boolean throttled) {
        assertThat(Throttling.is(status, body.getBytes(StandardCharsets.UTF_8))).isEqualTo(throttled);
    }
}
