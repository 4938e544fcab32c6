package io.plumbline.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A call as a line for a shell, whatever names people have given to things. */
class RepairCallTest {
    private static RepairCall call(String service, String operation, Map<String, ?> parameters) {
        return new RepairCall(service, operation, "us-gov-west-1", json(parameters));
    }

    private static JsonNode json(Object value) {
        return JsonText.node(JsonText.of(value));
    }

    /** What a shell hands over as the one argument of a word. */
    private static String afterTheShell(String word) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + word).start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        return out;
    }

    @Property(tries = 100)
    void a_shell_takes_a_quoted_text_as_it_is(
            @ForAll
                    @Chars({'\'', '"', '\\', '$', '`', '\n', '!', ';', '*', ' ', '~', '-'})
                    @CharRange(from = 'a', to = 'd')
                    String text)
            throws IOException, InterruptedException {
        assertThat(afterTheShell(AwsCli.quoted(text))).isEqualTo(text);
    }

    @Property(tries = 100)
    void a_hostile_name_stays_one_visible_word_and_comes_through(@ForAll String name)
            throws IOException, InterruptedException {
        String json = AwsCli.plainJson(json(Map.of("UserName", name.replaceAll("\\p{Cs}", ""))));
        assertThat(json).matches("[ -~]+");
        assertThat(JsonText.node(afterTheShell(AwsCli.quoted(json)))
                        .path("UserName")
                        .stringValue())
                .isEqualTo(name.replaceAll("\\p{Cs}", ""));
    }

    @Test
    void the_line_names_command_parameters_and_region() {
        assertThat(call("ec2", "RevokeSecurityGroupIngress", Map.of("GroupId", "sg-1"))
                        .commandLine())
                .isEqualTo(
                        "aws ec2 revoke-security-group-ingress --cli-input-json '{\"GroupId\":\"sg-1\"}' --region us-gov-west-1");
        assertThat(call("s3", "PutPublicAccessBlock", Map.of("Bucket", "it's\nmine"))
                        .commandLine())
                .isEqualTo(
                        "aws s3api put-public-access-block --cli-input-json '{\"Bucket\":\"it'\\''s\\nmine\"}' --region us-gov-west-1");
        assertThat(AwsCli.hyphenated("ModifyDBInstance")).isEqualTo("modify-db-instance");
    }

    @Test
    void the_actions_that_calls_need_are_named_as_IAM_names_them() {
        assertThat(new Repair(
                                "r",
                                "111122223333",
                                "u",
                                "us-gov-west-1",
                                List.of(
                                        call("s3", "PutPublicAccessBlock", Map.of()),
                                        call("ec2", "CreateFlowLogs", Map.of("DeliverLogsPermissionArn", "arn")),
                                        call("s3", "PutPublicAccessBlock", Map.of())),
                                java.util.Optional.empty(),
                                java.util.Optional.empty(),
                                java.util.Optional.empty())
                        .actions())
                .containsExactly("s3:PutBucketPublicAccessBlock", "ec2:CreateFlowLogs", "iam:PassRole");
    }

    @Test
    void what_could_be_an_option_or_a_command_is_no_service_operation_or_region() {
        for (String word : List.of("--debug", "ec2;ls", "e", "", "a b")) {
            assertThatThrownBy(() -> call(word, "EnableKeyRotation", Map.of()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> call("kms", word, Map.of())).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new RepairCall("kms", "EnableKeyRotation", word, json(Map.of())))
                    .hasMessageContaining("region");
        }
    }
}
