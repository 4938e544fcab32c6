package io.plumbline.collect;

import io.plumbline.model.BadInput;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * Where credentials come from before any role is assumed: the SDK's standard chain (environment, web identity, profile, container,
 * instance) or a named profile, single sign-on included. A profile that wants a multi-factor code is asked for here, since the SDK
 * does not.
 */
final class StartingCredentials {
    private final Clients clients;
    private final Function<String, String> askPerson;

    /** @param askPerson shows a question and answers with what the person typed */
    StartingCredentials(Clients clients, Function<String, String> askPerson) {
        this.clients = clients;
        this.askPerson = askPerson;
    }

    /** The region that the environment or the profile names; us-east-1 if none. An instance's metadata is not asked: elsewhere that takes seconds. */
    static String region(Optional<String> profile) {
        try {
            return new AwsRegionProviderChain(
                            new SystemSettingsRegionProvider(),
                            new AwsProfileRegionProvider(null, profile.orElse(null)))
                    .getRegion()
                    .id();
        } catch (SdkException e) {
            return "us-east-1";
        }
    }

    AwsCredentialsProvider standard() {
        return DefaultCredentialsProvider.builder().build();
    }

    AwsCredentialsProvider profile(String name) {
        Profile profile = ProfileFile.defaultProfileFile()
                .profile(name)
                .orElseThrow(() -> new BadInput("There is no AWS profile '" + name + "'. Known profiles: "
                        + String.join(
                                ", ",
                                ProfileFile.defaultProfileFile().profiles().keySet())
                        + ". They stand in ~/.aws/config and ~/.aws/credentials."));
        Optional<String> mfa = profile.property("mfa_serial");
        if (mfa.isEmpty()) {
            return ProfileCredentialsProvider.create(name);
        }
        String source = profile.property("source_profile").orElse(name);
        AwsCredentialsProvider from = source.equals(name) ? plain(profile) : profile(source);
        return new WithCode(profile, mfa.get(), from);
    }

    private static AwsCredentialsProvider plain(Profile profile) {
        String name = profile.name();
        String id = profile.property("aws_access_key_id")
                .orElseThrow(() -> new BadInput(
                        "AWS profile '" + name + "' has mfa_serial but neither source_profile nor keys of its own"));
        String secret = profile.property("aws_secret_access_key").orElse("");
        return software.amazon.awssdk.auth.credentials.StaticCredentialsProvider.create(
                software.amazon.awssdk.auth.credentials.AwsBasicCredentials.create(id, secret));
    }

    /** A profile whose role or session takes a code from a person's device; asked once, and again when it has run out. */
    private final class WithCode implements AwsCredentialsProvider {
        private final Profile profile;
        private final String serial;
        private final AwsCredentialsProvider from;
        private Optional<AwsSessionCredentials> current = Optional.empty();
        private Instant end = Instant.MIN;

        private WithCode(Profile profile, String serial, AwsCredentialsProvider from) {
            this.profile = profile;
            this.serial = serial;
            this.from = from;
        }

        @Override
        public synchronized AwsCredentials resolveCredentials() {
            if (current.isEmpty() || Instant.now().isAfter(end.minusSeconds(60))) {
                String code = askPerson.apply("MFA code for " + serial + ": ");
                Credentials answer = ask(code.strip());
                current = Optional.of(AwsSessionCredentials.create(
                        answer.accessKeyId(), answer.secretAccessKey(), answer.sessionToken()));
                end = answer.expiration();
            }
            return current.get();
        }

        private Credentials ask(String code) {
            String region = region(Optional.of(profile.name()));
            Optional<String> role = profile.property("role_arn");
            String action = role.isPresent() ? "sts:AssumeRole" : "sts:GetSessionToken";
            return new Call("caller", region, action, from, new CallMeter())
                    .run(() -> role.isPresent()
                            ? clients.sts(region)
                                    .assumeRole(request(role.get(), code))
                                    .credentials()
                            : clients.sts(region)
                                    .getSessionToken(request ->
                                            request.serialNumber(serial).tokenCode(code))
                                    .credentials());
        }

        private AssumeRoleRequest request(String role, String code) {
            AssumeRoleRequest.Builder request = AssumeRoleRequest.builder()
                    .roleArn(role)
                    .roleSessionName(profile.property("role_session_name").orElse("plumbline"))
                    .serialNumber(serial)
                    .tokenCode(code);
            profile.property("external_id").ifPresent(request::externalId);
            return request.build();
        }
    }
}
