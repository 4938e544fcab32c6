package io.plumbline.server;

import io.plumbline.ledger.FindingDetail;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;

/** How a finding would be repaired. Nothing here changes anything. */
final class RepairRoutes implements Routes {
    private final Center center;
    private final FindingRepairs repairs;
    /** Each takes half a gigabyte at worst; the others wait a moment. */
    private final Semaphore places = new Semaphore(2);

    RepairRoutes(Center center) {
        this.center = center;
        this.repairs = new FindingRepairs(center.ledger(), center.snapshots(), center.catalog(), center.types());
    }

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("getRepair", this::repair);
    }

    private Answer repair(Request request) {
        FindingDetail finding = FindingRoutes.finding(center, request);
        places.acquireUninterruptibly();
        try {
            return new Answer.Json(repairs.of(finding));
        } finally {
            places.release();
        }
    }
}
