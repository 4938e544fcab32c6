package io.plumbline.aws;

import java.util.Set;

/** What several tables of RDS do: leave out what other tables hold. */
final class RdsEngines {
    /** The API answers for these too; they are services of their own. */
    private static final Set<String> ELSEWHERE = Set.of("neptune", "docdb");

    private RdsEngines() {}

    static boolean isRds(String engine) {
        return !ELSEWHERE.contains(engine);
    }
}
