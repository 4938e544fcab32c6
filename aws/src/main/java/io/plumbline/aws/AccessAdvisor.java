package io.plumbline.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessAdvisorUsageGranularityType;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsResponse;
import software.amazon.awssdk.services.iam.model.JobStatusType;
import software.amazon.awssdk.services.iam.model.ServiceLastAccessed;

/** Has AWS look up when an identity last used what it may use, and waits for the answer (IAM User Guide, "Last accessed information"). */
final class AccessAdvisor {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private AccessAdvisor() {}

    /** A look-up that AWS has begun. */
    record Job(String principalArn, String jobId) {}

    /** Begins a look-up for a user or a role; groups and policies sign in nowhere. */
    static List<Job> start(IamClient iam, String identity) {
        if (!identity.contains(":user/") && !identity.contains(":role/")) {
            return List.of();
        }
        String job = iam.generateServiceLastAccessedDetails(
                        request -> request.arn(identity).granularity(AccessAdvisorUsageGranularityType.ACTION_LEVEL))
                .jobId();
        return List.of(new Job(identity, job));
    }

    /** What AWS found out, all pages of it. */
    static List<ServiceLastAccessed> result(IamClient iam, Job job) {
        await(iam, job);
        return TokenPages.list(
                marker -> iam.getServiceLastAccessedDetails(
                        request -> request.jobId(job.jobId()).maxItems(1000).marker(marker)),
                GetServiceLastAccessedDetailsResponse::marker,
                GetServiceLastAccessedDetailsResponse::servicesLastAccessed);
    }

    private static void await(IamClient iam, Job job) {
        Instant end = Instant.now().plus(PATIENCE);
        Duration pause = Duration.ofMillis(250);
        while (true) {
            GetServiceLastAccessedDetailsResponse state = iam.getServiceLastAccessedDetails(
                    request -> request.jobId(job.jobId()).maxItems(1));
            if (state.jobStatus() == JobStatusType.COMPLETED) {
                return;
            }
            if (state.jobStatus() == JobStatusType.FAILED) {
                throw failure(state);
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("AWS had no last accessed information of " + job.principalArn()
                        + " after " + PATIENCE.toSeconds() + " seconds; scan again later");
            }
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private static AwsServiceException failure(GetServiceLastAccessedDetailsResponse state) {
        return AwsServiceException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(state.error().code())
                        .errorMessage(state.error().message())
                        .build())
                .build();
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while AWS looked up last accessed information", e);
        }
    }
}
