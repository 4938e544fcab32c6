package io.plumbline.collect;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Tells from an answer whether AWS says that we come too fast. */
final class Throttling {
    /** Codes of the services in use (AWS SDKs reference guide, "Retry behavior": throttling errors). */
    static final Pattern CODES = Pattern.compile(
            "Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|RequestThrottled"
                    + "|BandwidthLimitExceeded|LimitExceededException.{0,40}rate|PriorRequestNotComplete|TransactionInProgress");

    private Throttling() {}

    static boolean is(int status, byte[] body) {
        if (status < 400) {
            return false;
        }
        String start = new String(body, 0, Math.min(body.length, 2_000), StandardCharsets.UTF_8);
        return status == 429 || CODES.matcher(start).find();
    }
}
