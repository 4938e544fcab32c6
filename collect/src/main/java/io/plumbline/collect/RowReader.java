package io.plumbline.collect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Asks for the details of the rows of one table in one cell, those that the plan wants of the rows that its focus names. */
final class RowReader<C, R> {
    private final Source<C, R> source;
    private final Cell cell;
    private final Place place;
    private final CellContext context;
    private final Tallies tallies;
    private final Plan.TablePlan plan;
    private final Map<String, Set<String>> keys = new HashMap<>();

    RowReader(Source<C, R> source, Cell cell, CellContext context, Tallies tallies) {
        this.source = source;
        this.cell = cell;
        this.place = cell.place();
        this.context = context;
        this.tallies = tallies;
        this.plan = context.plan(source.table());
        for (Detail<C, R, ?> detail : source.details()) {
            if (plan.details().contains(detail.column())) {
                tallies.of(detail.column(), detail.action());
            }
        }
    }

    /** Who wants a detail of which rows must be known before the first row is read: waits for the tables that say so. */
    void prepare() throws InterruptedException {
        for (Map.Entry<String, List<String>> focus : plan.detailFocus().entrySet()) {
            keys.put(
                    focus.getKey(),
                    context.focus().keys(focus.getValue()).at(place.accountId().value(), cell.region()));
        }
    }

    /**
     * A row with its details; empty if it vanished meanwhile.
     *
     * @param found where it was found: the cell's place, or one below a parent
     */
    List<CellWriter.Hydrated<R>> read(R row, Place found) {
        Map<String, Object> details = new HashMap<>();
        Map<String, Trouble.Unread> unread = new HashMap<>();
        String arn = source.arnOf(row, found);
        String own = source.regionOf(row);
        boolean elsewhere = source.scope() == Scope.REGIONAL
                && own != null
                && !own.equals(place.region())
                && (cell.account().scans(own)
                        || !context.claim(place.accountId().value() + '|' + arn));
        for (Detail<C, R, ?> detail : source.details()) {
            boolean focused = keys.get(detail.column()) == null || isKey(detail.column(), arn, row, found);
            if (!plan.details().contains(detail.column()) || elsewhere || !focused) {
                unread.put(detail.column(), new Trouble.Unread(detail.action(), Trouble.NOT_REQUESTED));
            } else if (detail.when().test(new Detail.Row<>(row, place))) {
                if (!ask(detail, row, own == null ? place : place.in(own), details, unread)) {
                    return List.of();
                }
            }
        }
        return List.of(new CellWriter.Hydrated<>(row, arn == null ? "" : arn, details, unread));
    }

    /** A focus names a row by its ARN, its name, or the ARN of its parent. */
    private boolean isKey(String column, @Nullable String arn, R row, Place found) {
        Set<String> wanted = keys.getOrDefault(column, Set.of());
        if (found.parent().isPresent() && wanted.contains(found.parent().get())) {
            return true;
        }
        String name = source.nameOf(row);
        return (arn != null && wanted.contains(arn)) || (name != null && wanted.contains(name));
    }

    /** Asks for one detail; false if the row is gone. */
    private <D> boolean ask(
            Detail<C, R, D> detail,
            R row,
            Place where,
            Map<String, Object> details,
            Map<String, Trouble.Unread> unread) {
        Tally tally = tallies.of(detail.column(), detail.action());
        C client = context.clients().of(source, where.region());
        try {
            Callable<@Nullable D> asked = () -> detail.ask().of(client, row, where);
            D answer = context.call(cell, where.region(), tally).run(asked);
            if (answer != null) {
                details.put(detail.column(), answer);
            }
            tally.read();
            return true;
        } catch (RuntimeException e) {
            Trouble trouble = Trouble.of(e);
            if (source.none(trouble.code())) {
                tally.read();
                return true;
            }
            if (source.gone(trouble.code())) {
                return false;
            }
            tally.trouble(trouble);
            unread.put(detail.column(), new Trouble.Unread(trouble.action().orElse(detail.action()), trouble.code()));
            return true;
        }
    }
}
