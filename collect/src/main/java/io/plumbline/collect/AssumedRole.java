package io.plumbline.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.sts.model.Credentials;

/** A role's credentials, assumed when first needed and again five minutes before they end, through STS in one region. */
final class AssumedRole implements AwsCredentialsProvider {
    private static final Duration EARLY = Duration.ofMinutes(5);

    private final Clients clients;
    private final Caller caller;
    private final AwsCredentialsProvider from;
    private final String roleArn;
    private final Optional<String> externalId;
    private Optional<AwsSessionCredentials> current = Optional.empty();
    private Instant renewAt = Instant.MIN;

    /** @param from whose credentials may assume the role: the caller's, or another role's */
    AssumedRole(
            Clients clients, Caller caller, AwsCredentialsProvider from, String roleArn, Optional<String> externalId) {
        this.clients = clients;
        this.caller = caller;
        this.from = from;
        this.roleArn = roleArn;
        this.externalId = externalId;
    }

    @Override
    public synchronized AwsCredentials resolveCredentials() {
        if (current.isEmpty() || Instant.now().isAfter(renewAt)) {
            Credentials answer = new Call(
                            caller.accountId().value(), caller.region(), "sts:AssumeRole", from, new CallMeter())
                    .run(() -> clients.sts(caller.region())
                            .assumeRole(request -> {
                                request.roleArn(roleArn).roleSessionName("plumbline");
                                externalId.ifPresent(request::externalId);
                            })
                            .credentials());
            current = Optional.of(AwsSessionCredentials.create(
                    answer.accessKeyId(), answer.secretAccessKey(), answer.sessionToken()));
            renewAt = answer.expiration().minus(EARLY);
        }
        return current.get();
    }
}
