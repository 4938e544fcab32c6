package canned;

import java.util.concurrent.ThreadLocalRandom;

/** Which share of the answers goes wrong, and how. */
record Faults(double fail, double reset, double slow, double truncate) {
    enum Fault {
        NONE,
        FAIL,
        RESET,
        SLOW,
        TRUNCATE
    }

    Fault next() {
        double at = fail + reset + slow + truncate == 0 ? 1 : ThreadLocalRandom.current().nextDouble();
        if (at < fail) {
            return Fault.FAIL;
        }
        if (at < fail + reset) {
            return Fault.RESET;
        }
        if (at < fail + reset + slow) {
            return Fault.SLOW;
        }
        return at < fail + reset + slow + truncate ? Fault.TRUNCATE : Fault.NONE;
    }
}
