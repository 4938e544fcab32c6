package io.plumbline.collect;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * What the current thread is asking AWS. The SDK's paginators and retries hide single requests; the HTTP layer under them finds here
 * whose request it is, whose credentials sign it and who counts it.
 *
 * @param accountId whose budget it takes from
 * @param region whose budget it takes from
 * @param action the IAM action
 */
record Call(String accountId, String region, String action, AwsCredentialsProvider credentials, CallMeter meter) {
    private static final ScopedValue<Call> CURRENT = ScopedValue.newInstance();

    /**
     * The current call.
     *
     * @throws IllegalStateException if a request is sent outside of one, which is a mistake in this room
     */
    static Call current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("a request was sent outside of any call"));
    }

    /** Does something as this call. */
    <T extends @Nullable Object> T run(Callable<T> work) {
        try {
            return ScopedValue.where(CURRENT, this).call(work::call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The service part of the action, such as {@code kms}. */
    String service() {
        return action.substring(0, action.indexOf(':'));
    }

    String operation() {
        return action.substring(action.indexOf(':') + 1);
    }
}
