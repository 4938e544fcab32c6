package io.plumbline.collect;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What reading a cell takes besides the cell. */
record CellContext(Plan plan, Clients clients, Focus focus, boolean keepValues, Set<String> claimed) {
    static CellContext of(Plan plan, Clients clients, Focus focus, boolean keepValues) {
        return new CellContext(plan, clients, focus, keepValues, ConcurrentHashMap.newKeySet());
    }

    Plan.TablePlan plan(String table) {
        return Objects.requireNonNull(plan.tables().get(table));
    }

    /** The call of an operation in a cell. */
    Call call(Cell cell, String region, Tally tally) {
        return new Call(
                cell.account().id(),
                region,
                tally.action(),
                cell.account().credentials(),
                tally.meter().another());
    }

    /** Whether this is the first to ask for the details of something that several regions show. */
    boolean claim(String what) {
        return claimed.add(what);
    }
}
