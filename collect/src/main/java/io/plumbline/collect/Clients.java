package io.plumbline.collect;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * One AWS client for each service and region, shared by all accounts: whose credentials sign a request is found in the {@link Call}
 * that sends it. Building a client costs milliseconds, a thousand accounts would cost minutes.
 */
final class Clients implements AutoCloseable {
    private static final int ATTEMPTS = 6;

    private final SdkHttpClient http;
    private final Optional<URI> endpoint;
    private final Map<String, Object> clients = new ConcurrentHashMap<>();
    private final Map<Supplier<?>, String> names = new ConcurrentHashMap<>();

    Clients(SdkHttpClient http, Optional<URI> endpoint) {
        // Kinesis answers in CBOR by default: a recording of that could be neither read nor redacted.
        System.setProperty(SdkSystemSetting.CBOR_ENABLED.property(), "false");
        this.http = http;
        this.endpoint = endpoint;
    }

    /** The client of a declared source. The source's declaration tied the two types together. */
    @SuppressWarnings("unchecked")
    <C> C of(Source<C, ?> source, String region) {
        return (C) client((Supplier<AwsClientBuilder<?, ?>>) source.client(), region, Optional.empty());
    }

    /** A client that the engine itself needs. */
    @SuppressWarnings("unchecked")
    <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C of(Supplier<B> builder, String region) {
        return (C) client((Supplier<AwsClientBuilder<?, ?>>) (Supplier<?>) builder, region, Optional.empty());
    }

    /** STS in a region of its own: tokens of the global endpoint are not valid in opt-in regions (IAM User Guide, "Manage AWS STS in a Region"). */
    software.amazon.awssdk.services.sts.StsClient sts(String region) {
        String suffix = Region.of(region).metadata() == null
                ? "amazonaws.com"
                : Region.of(region).metadata().partition().dnsSuffix();
        Supplier<AwsClientBuilder<?, ?>> builder = software.amazon.awssdk.services.sts.StsClient::builder;
        return (software.amazon.awssdk.services.sts.StsClient)
                client(builder, region, Optional.of(URI.create("https://sts." + region + "." + suffix)));
    }

    private Object client(Supplier<AwsClientBuilder<?, ?>> builder, String region, Optional<URI> own) {
        String name =
                names.computeIfAbsent(builder, made -> made.get().getClass().getName()) + '@' + region + own;
        return clients.computeIfAbsent(name, unused -> build(builder.get(), region, own));
    }

    private Object build(AwsClientBuilder<?, ?> builder, String region, Optional<URI> own) {
        builder.region(Region.of(region)).credentialsProvider(new CallersCredentials());
        builder.overrideConfiguration(configuration());
        endpoint.or(() -> own).ifPresent(builder::endpointOverride);
        if (builder instanceof AwsSyncClientBuilder<?, ?> sync) {
            sync.httpClient(http);
        }
        return builder.build();
    }

    private ClientOverrideConfiguration configuration() {
        StandardRetryStrategy retries = AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(ATTEMPTS)
                .circuitBreakerEnabled(false)
                .backoffStrategy(BackoffStrategy.exponentialDelay(Duration.ofMillis(100), Duration.ofSeconds(5)))
                .throttlingBackoffStrategy(
                        BackoffStrategy.exponentialDelay(Duration.ofMillis(400), Duration.ofSeconds(20)))
                .build();
        ClientOverrideConfiguration.Builder configuration = ClientOverrideConfiguration.builder()
                .retryStrategy(retries)
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, "plumbline");
        if (endpoint.isPresent()) {
            configuration.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true);
        }
        return configuration.build();
    }

    @Override
    public void close() {
        clients.values().forEach(client -> ((software.amazon.awssdk.core.SdkClient) client).close());
        http.close();
    }

    /** The credentials of whoever is calling right now. */
    private record CallersCredentials() implements AwsCredentialsProvider {
        @Override
        public AwsCredentials resolveCredentials() {
            return Call.current().credentials().resolveCredentials();
        }
    }
}
