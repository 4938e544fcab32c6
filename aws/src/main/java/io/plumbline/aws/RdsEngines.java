package io.plumbline.aws;

import java.util.Set;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** What several tables of RDS do: leave out what other tables hold, and passwords. */
final class RdsEngines {
    /** The API answers for these too; they are services of their own. */
    private static final Set<String> ELSEWHERE = Set.of("neptune", "docdb");

    private RdsEngines() {}

    static boolean isRds(String engine) {
        return !ELSEWHERE.contains(engine);
    }

    /** A new master password that waits for the maintenance window; AWS masks it, who imitates AWS may not. */
    static DBInstance withoutPassword(DBInstance instance) {
        return instance.pendingModifiedValues() == null
                ? instance
                : instance.toBuilder()
                        .pendingModifiedValues(instance.pendingModifiedValues().toBuilder()
                                .masterUserPassword(null)
                                .build())
                        .build();
    }

    /** The same for a cluster. */
    static DBCluster withoutPassword(DBCluster cluster) {
        return cluster.pendingModifiedValues() == null
                ? cluster
                : cluster.toBuilder()
                        .pendingModifiedValues(cluster.pendingModifiedValues().toBuilder()
                                .masterUserPassword(null)
                                .build())
                        .build();
    }
}
