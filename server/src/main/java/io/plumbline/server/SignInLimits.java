package io.plumbline.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Makes guessing slow. After some failures of a name or from an address nothing is tried any more for a while, twice as long after each
 * further failure. A success of the name forgets its failures; those of an address stay, or guessing many names would cost nothing.
 */
final class SignInLimits {
    private static final int FREE = 5;
    private static final int FREE_OF_AN_ADDRESS = 20;
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private record Failures(int count, Instant last) {}

    private final InstantSource clock;
    private final Cache<String, Failures> failures = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    SignInLimits(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * To be called before a password is looked at.
     *
     * @throws Problem if it is too early
     */
    void check(String name, String address) {
        check("name " + name, FREE);
        check("address " + address, FREE_OF_AN_ADDRESS);
    }

    private void check(String key, int free) {
        Failures failed = failures.getIfPresent(key);
        if (failed == null || failed.count() < free) {
            return;
        }
        int doublings = Math.min(failed.count() - free, 10);
        Duration wait = FIRST.multipliedBy(1L << doublings);
        Instant again = failed.last().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        if (clock.instant().isBefore(again)) {
            throw Problem.tooMany("Signing in failed " + failed.count() + " times. Try again in "
                    + (Duration.between(clock.instant(), again).toSeconds() + 1) + " s.");
        }
    }

    void failed(String name, String address) {
        count("name " + name);
        count("address " + address);
    }

    void succeeded(String name) {
        failures.invalidate("name " + name);
    }

    private void count(String key) {
        failures.asMap()
                .merge(key, new Failures(1, clock.instant()), (old, one) -> new Failures(old.count() + 1, one.last()));
    }
}
