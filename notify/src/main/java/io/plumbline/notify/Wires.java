package io.plumbline.notify;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLContext;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/**
 * What leads outside, shared by all channels.
 *
 * @param web for HTTP
 * @param tls whom to trust, for mail
 * @param aws for AWS
 * @param credentials the server's own at AWS
 */
public record Wires(Web web, SSLContext tls, SdkHttpClient aws, AwsCredentialsProvider credentials, InstantSource clock)
        implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The usual ones; nothing is opened before it is needed. */
    public static Wires standard(InstantSource clock) {
        return new Wires(
                new Web(PATIENCE),
                trusted(),
                ApacheHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(PATIENCE)
                        .build(),
                DefaultCredentialsProvider.builder().build(),
                clock);
    }

    private static SSLContext trusted() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    @Override
    public void close() {
        web.close();
        aws.close();
    }
}
