package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RedactorTest {
    private static final String CANARY = "CANARYwJalr7XUtnFEMI9K7MDENGbPxRfi3CY";
    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SecretAccessKey",
                "SessionToken",
                "TokenCode",
                "UserData",
                "Password",
                "MasterUserPassword",
                "SecretString",
                "Base32StringSeed",
                "QRCodePNG",
                "PrivateKey",
                "AddressLine1",
                "PostalCode",
                "PhoneNumber"
            })
    void a_secret_survives_in_no_form_of_text(String name) {
        assertThat(redactor.redact("<r><" + name + ">" + CANARY + "</" + name + "></r>"))
                .doesNotContain(CANARY)
                .contains("</r>");
        assertThat(redactor.redact("{\"" + name + "\" : \"" + CANARY + "\"}"))
                .doesNotContain(CANARY)
                .contains("\"}");
        assertThat(redactor.redact("POST /\nAction=X\n" + name + "=" + CANARY + "\nVersion=1"))
                .doesNotContain(CANARY)
                .contains("\nVersion=1");
    }

    @Test
    void two_secrets_one_after_the_other_both_go() {
        assertThat(redactor.redact(
                        "POST /\nPassword=" + CANARY + "\nSecretAccessKey=" + CANARY + "\nSessionToken=" + CANARY))
                .doesNotContain(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"environment\": [{\"name\": \"A\", \"value\": \"%s\"}]}",
                "{\"environment\": [{\"value\":\"%s\",\"name\":\"A\"}]}",
                "{\"location\": \"https://robot:%s@git.plumb.example/a.git\"}",
                "{\"variables\": {\"a\": \"%s\"}}",
                "{\"DefaultArguments\": {\"--job-language\": \"python\", \"--db-password\": \"%s\"}}",
                "{\"options\": {\"splunk-token\": \"%s\"}}",
                "{\"Secret\": {\"API_TOKEN\": \"%s\"}}",
                "<member><ParameterKey>a</ParameterKey><ParameterValue>%s</ParameterValue></member>",
                "<Namespace>aws:elasticbeanstalk:application:environment</Namespace>\n<OptionName>A</OptionName><Value>%s</Value>",
                "<OptionName>A</OptionName><Value>%s</Value><Namespace>aws:elasticbeanstalk:application:environment</Namespace>"
            })
    void a_value_beside_its_name_goes(String form) {
        assertThat(redactor.redact(form.formatted(CANARY)))
                .doesNotContain(CANARY)
                .hasSize(form.length() - 2 + CANARY.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"settings\": [{\"name\": \"containerInsights\", \"value\": \"enabled\"}]}",
                "{\"NextToken\": \"AAAA1111\", \"PasswordLastUsed\": \"2026-01-01T00:00:00Z\"}",
                "<member><ParameterName>require_ssl</ParameterName><ParameterValue>true</ParameterValue></member>"
            })
    void what_a_verdict_or_the_next_page_hangs_on_stays(String answer) {
        assertThat(redactor.redact(answer)).isEqualTo(answer);
    }

    @Test
    void user_data_of_an_instance_goes() {
        assertThat(redactor.redact("<userData>\n  <value>" + CANARY + "</value></userData>"))
                .doesNotContain(CANARY);
    }

    @Test
    void values_of_environment_variables_go_and_their_names_stay() {
        String body = "{\"Environment\":{\"Variables\":{\"TOKEN\":\"" + CANARY
                + "\",\"NONE\":null,\"CONFIG\":\"{\\\"key\\\":\\\"" + CANARY + "\\\"}\"}},\"Runtime\":\"java25\"}";
        String redacted = redactor.redact(body);
        assertThat(redacted).doesNotContain(CANARY).contains("TOKEN", "CONFIG", "\"Runtime\":\"java25\"");
        JsonMapper.shared().readTree(redacted);
    }

    @Test
    void phone_numbers_go_wherever_they_stand() {
        assertThat(redactor.redact("<Endpoint>+4915112345678</Endpoint>"))
                .doesNotContain("4915112345678")
                .matches("<Endpoint>\\+\\d{13}</Endpoint>");
    }

    @Test
    void access_keys_of_users_stay_and_temporary_ones_go() {
        String redacted = redactor.redact(
                "<AccessKeyId>AKIAIOSFODNN7EXAMPLE</AccessKeyId><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId>");
        assertThat(redacted)
                .contains("AKIAIOSFODNN7EXAMPLE")
                .doesNotContain("ASIAIOSFODNN7EXAMPLE")
                .contains("<AccessKeyId>ASIA");
    }

    @Test
    void one_secret_has_one_token_within_a_recording_and_another_in_the_next() {
        String body = "<SessionToken>" + CANARY + "</SessionToken>";
        assertThat(redactor.redact(body)).isEqualTo(redactor.redact(body)).isNotEqualTo(new Redactor().redact(body));
        assertThat(redactor.redact("{\"SessionToken\":\"" + CANARY + "\"}"))
                .contains(redactor.redact(body).replaceAll("</?SessionToken>", ""));
    }

    @Property
    void a_token_has_the_shape_of_its_secret(
            @ForAll @AlphaChars @NumericChars @Chars({'+', '/', '=', '-', ' '}) @StringLength(min = 12, max = 80)
                    String secret) {
        String token = redactor.redact("Password=" + secret).substring("Password=".length());
        assertThat(shape(token)).isEqualTo(shape(secret));
    }

    private static String shape(String text) {
        return text.replaceAll("[0-9]", "0").replaceAll("[a-z]", "a").replaceAll("[A-Z]", "A");
    }

    @Test
    void a_document_with_escapes_is_still_one() {
        String json = JsonMapper.shared()
                .writeValueAsString(java.util.Map.of("PrivateKey", "-----BEGIN\n" + CANARY + "\u0001\"\\x\n"));
        String redacted = redactor.redact(json);
        assertThat(redacted).doesNotContain(CANARY);
        assertThat(JsonMapper.shared().readTree(redacted).get("PrivateKey").asString())
                .contains("\u0001\"\\");
        assertThat(redactor.redact("<Password>a&amp;" + CANARY + "&#xD;</Password>"))
                .contains("&amp;")
                .contains("&#xD;")
                .doesNotContain(CANARY);
    }

    @Test
    void a_long_secret_needs_no_deep_stack() {
        String secret = CANARY.repeat(10_000);
        assertThat(redactor.redact("{\"UserData\":\"" + secret + "\",\"Variables\":{\"A\":\"" + secret + "\"}}"))
                .doesNotContain(CANARY);
        assertThat(redactor.redact("<UserData>" + secret + "</UserData>")).doesNotContain(CANARY);
    }

    @Test
    void what_is_no_secret_stays_as_it_is() {
        String body = "<DescribeVpcsResponse><vpcId>vpc-546bbdf308bb96fa7</vpcId><ownerId>210000000006</ownerId>"
                + "<CreateDate>2026-11-20T06:00:00+00:00</CreateDate></DescribeVpcsResponse>";
        assertThat(redactor.redact(body)).isEqualTo(body);
    }
}
