package io.plumbline.notify;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/** Wires that wait for a short while only, with AWS credentials of nobody. */
final class TestWires {
    private TestWires() {}

    static Wires at(InstantSource clock, Optional<SSLContext> trusted) {
        try {
            return new Wires(
                    new Web(Duration.ofSeconds(5)),
                    trusted.isPresent() ? trusted.get() : SSLContext.getDefault(),
                    ApacheHttpClient.builder()
                            .connectionTimeout(Duration.ofSeconds(2))
                            .socketTimeout(Duration.ofSeconds(5))
                            .build(),
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")),
                    clock);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
