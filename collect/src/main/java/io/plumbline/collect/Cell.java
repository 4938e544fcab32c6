package io.plumbline.collect;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One account and region and the tables that are read there together: one table, or those that share an answer.
 *
 * @param region the region, or {@code global}
 */
record Cell(Account account, String region, List<Source<?, ?>> sources) {

    /** The name under which the run's journal knows it. */
    String id() {
        return account.id()
                + '|'
                + region
                + '|'
                + sources.stream().map(Source::table).collect(Collectors.joining("+"));
    }

    Place place() {
        return account.place(region);
    }
}
