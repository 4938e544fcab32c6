package io.plumbline.collect;

import io.plumbline.model.AccountId;
import io.plumbline.model.Arn;
import io.plumbline.model.BadInput;
import io.plumbline.model.Partition;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * Who is scanning: where every chain of roles starts.
 *
 * @param region where STS is asked
 */
record Caller(AccountId accountId, Partition partition, String arn, String region, AwsCredentialsProvider credentials) {

    /**
     * Asks STS who we are.
     *
     * @throws BadInput if the credentials are missing, expired or refused, saying what to do
     */
    static Caller of(Clients clients, AwsCredentialsProvider credentials, String region, String how) {
        Call call = new Call("caller", region, "sts:GetCallerIdentity", credentials, new CallMeter());
        try {
            GetCallerIdentityResponse identity =
                    call.run(() -> clients.sts(region).getCallerIdentity());
            if (identity.arn() == null || identity.account() == null) {
                throw new BadInput("What answers as AWS STS does not say who we are with " + how
                        + ", so it is not AWS. Check --endpoint-url, AWS_ENDPOINT_URL and the proxy.");
            }
            Partition partition = Arn.parse(identity.arn()).map(Arn::partition).orElse(Partition.ofRegion(region));
            return new Caller(new AccountId(identity.account()), partition, identity.arn(), region, credentials);
        } catch (SdkException e) {
            throw new BadInput(explain(how, e), e);
        }
    }

    private static String explain(String how, SdkException e) {
        Trouble trouble = Trouble.of(e);
        String all = trouble.code() + " " + trouble.message();
        String login = how.startsWith("profile ") ? " --profile " + how.substring("profile ".length()) : "";
        if (all.contains("SSO")
                || all.contains("sso")
                || all.contains("Token is expired")
                || all.contains("UnauthorizedException")) {
            return "The sign-in session of " + how + " has expired or was never started. Run: aws sso login" + login;
        }
        if (all.contains("ExpiredToken") || all.contains("RequestExpired")) {
            return "The credentials of " + how + " have expired (" + trouble.code()
                    + "). Get new ones and start again.";
        }
        if (all.contains("Unable to load credentials")) {
            return "No AWS credentials were found (" + how
                    + "). Set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, use"
                    + " --profile, or sign in with: aws sso login. Without an AWS account, try: plumbline demo";
        }
        return "AWS does not say who we are with " + how + ": " + trouble.code() + " " + trouble.message();
    }
}
