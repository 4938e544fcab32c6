package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys here are made up; they have the form of real ones and are put together so that no scanner of repositories rings. */
class SecretSignsTest {
    @ParameterizedTest
    @CsvSource({
        "DB_PASSWORD, hunter2xyz",
        "dbPassword, hunter2xyz",
        "apiKey, 8f2e7b1c",
        "X-Api-Key, 8f2e7b1c",
        "--db-password, hunter2xyz",
        "splunk-token, 8f2e7b1c",
        "GITHUB_TOKEN, abcdef0123",
        "ANYTHING, postgres://app:hunter2@db.plumb.example/x",
        "ANYTHING, -----BEGIN RSA PRIVATE KEY-----",
    })
    void what_looks_like_a_secret_is_called_one(String name, String value) {
        assertThat(SecretSigns.of(name, value)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "DB_PASSWORD, ${from_elsewhere}",
        "DB_PASSWORD, arn:aws:secretsmanager:eu-west-1:111122223333:secret:db",
        "DB_PASSWORD_ARN, anything-at-all",
        "SECRET_NAME, prod/database",
        "TOKEN_TTL, 3600",
        "PASSWORD_POLICY, strict",
        "TOKENIZER, whitespace",
        "PASSENGERS, a-long-list",
        "KEYBOARD, qwertz-de",
        "URL, https://plumb.example/path",
        "USE_TOKEN, true",
        "LOG_LEVEL, debug",
        "DB_PASSWORD, ''",
    })
    void what_does_not_is_not(String name, String value) {
        assertThat(SecretSigns.of(name, value)).isEmpty();
    }

    @Test
    void a_key_inside_a_script_is_seen_packed_or_not() {
        String script = "#!/bin/sh\nexport AWS_ACCESS_KEY_ID=" + "AKIA" + "QWERTYUIOPASDFGH" + "\n";
        assertThat(SecretSigns.of("user data", script)).contains("AWS access key id");
        assertThat(SecretSigns.of(
                        "user data", Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8))))
                .contains("AWS access key id");
    }

    @Test
    void an_assignment_inside_a_script_is_seen() {
        assertThat(SecretSigns.of("user data", "#!/bin/sh\nmysql_password='hunter2xyz'\n"))
                .isPresent();
        assertThat(SecretSigns.of("user data", "#!/bin/sh\nmysql_password=$(aws secretsmanager get-secret-value)\n"))
                .isEmpty();
    }

    @FuzzTest(maxDuration = "30s")
    void any_text_is_judged(FuzzedDataProvider data) {
        String name = data.consumeString(40);
        assertThat(SecretSigns.of(name, data.consumeRemainingAsString())).isNotNull();
    }
}
