package io.plumbline.notify;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * Clients of AWS for one channel, made for one deed and closed after it: a channel is used a few times a day.
 *
 * @param role the ARN of the role to take; empty for the server's own credentials
 */
record AwsClients(Settings settings, Wires wires, String region, Optional<String> role) {
    /** What a channel at AWS may be told besides. */
    static final List<Field> FIELDS = List.of(
            Field.text("externalId", "External id", "If the role's trust policy asks for one")
                    .kept()
                    .orNot(),
            Field.url("endpoint", "Endpoint", "Of a VPC endpoint; leave it out for the public one")
                    .orNot());

    /**
     * Does something with a client.
     *
     * @throws ChannelTrouble if AWS refused it or could not be reached
     */
    <C extends SdkClient, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, T> T with(
            B builder, String what, Function<C, T> deed) {
        try {
            if (role.isEmpty()) {
                return with(builder, wires.credentials(), deed);
            }
            try (StsClient sts = client(StsClient.builder(), wires.credentials());
                    StsAssumeRoleCredentialsProvider taken = taking(sts, role.get())) {
                return with(builder, taken, deed);
            }
        } catch (AwsServiceException e) {
            throw ChannelTrouble.refused(
                    what + " was refused by AWS: " + Texts.shortened(said(e).replaceAll("\\s+", " "), 300)
                            + ". See that the credentials may do this.",
                    e.statusCode());
        } catch (SdkException e) {
            throw ChannelTrouble.unreachable(what + " could not be asked of AWS: "
                    + Texts.shortened(String.valueOf(e.getMessage()).replaceAll("\\s+", " "), 300)
                    + ". See that the server has AWS credentials and may go there.");
        }
    }

    private static String said(AwsServiceException thrown) {
        AwsErrorDetails details = thrown.awsErrorDetails();
        return "HTTP " + thrown.statusCode()
                + (details == null || details.errorCode() == null ? "" : ", " + details.errorCode())
                + (details == null || details.errorMessage() == null ? "" : ", " + details.errorMessage());
    }

    private <C extends SdkClient, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, T> T with(
            B builder, AwsCredentialsProvider credentials, Function<C, T> deed) {
        try (C client = client(builder, credentials)) {
            return deed.apply(client);
        }
    }

    private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C client(
            B builder, AwsCredentialsProvider credentials) {
        settings.optional("endpoint").map(URI::create).ifPresent(endpoint -> {
            Addresses.check(endpoint, false);
            builder.endpointOverride(endpoint);
        });
        return builder.region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClient(wires.aws())
                .build();
    }

    private StsAssumeRoleCredentialsProvider taking(StsClient sts, String arn) {
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(arn)
                        .roleSessionName("plumbline-notify")
                        .externalId(settings.optional("externalId").orElse(null)))
                .build();
    }
}
