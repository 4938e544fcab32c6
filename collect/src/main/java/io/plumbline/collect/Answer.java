package io.plumbline.collect;

import java.util.Set;

/**
 * An answer that several tables take their rows from, so that it is asked for once.
 *
 * @param action the IAM action
 * @param ask pages of the answer; it is told which tables are wanted and may ask for less
 */
public record Answer<C, A>(String action, Ask<C, A> ask) {

    /** Asks for pages of a shared answer. */
    @FunctionalInterface
    public interface Ask<C, A> {
        Iterable<A> pages(C client, Place place, Set<String> wantedTables);
    }
}
