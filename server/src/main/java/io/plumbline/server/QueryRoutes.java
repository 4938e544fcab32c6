package io.plumbline.server;

import io.plumbline.inventory.DerivedTables;
import io.plumbline.inventory.Inventory;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.TableSchema;
import io.plumbline.snapshot.UserQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SQL over a snapshot, of the accounts that the caller may see. */
final class QueryRoutes implements Routes {
    private static final int STANDARD_ROWS = 1000;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Center center;
    /** Each takes half a gigabyte at worst. */
    private final Semaphore places = new Semaphore(2);

    private record QueryBody(String sql, Optional<Integer> limit, Optional<String> snapshot) {}

    private record AnswerJson(
            List<String> columns,
            List<List<@Nullable Object>> rows,
            boolean cut,
            List<String> notes,
            long milliseconds) {}

    private record ColumnJson(String name, String type) {}

    private record TableJson(String name, String description, Optional<Long> rows, List<ColumnJson> columns) {}

    QueryRoutes(Center center) {
        this.center = center;
    }

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("query", this::query);
        routes.accept("listTables", request -> tables(request.caller()));
    }

    private Answer query(Request request) {
        QueryBody body = request.body(QueryBody.class);
        Snapshot snapshot = body.snapshot()
                .map(id -> Center.found(() -> center.snapshots().get(id)))
                .orElseGet(center::snapshot);
        if (!places.tryAcquire()) {
            throw Problem.tooMany("Two queries are running. Try again when one has ended.");
        }
        try {
            long started = System.nanoTime();
            UserQuery.Answer answer = UserQuery.ask(
                    snapshot,
                    center.types(),
                    body.sql(),
                    body.limit().orElse(STANDARD_ROWS),
                    LONGEST,
                    (database, named) -> Inventory.attachIfNamed(named, snapshot, center.types(), database),
                    request.caller().visible().accounts());
            return new Answer.Json(new AnswerJson(
                    answer.columns(),
                    answer.rows(),
                    answer.cut(),
                    answer.notes(),
                    (System.nanoTime() - started) / 1_000_000));
        } finally {
            places.release();
        }
    }

    private Answer tables(Caller caller) {
        Optional<Manifest> manifest = center.snapshots().newest().map(Snapshot::manifest);
        return new Answer.Json(new ItemsJson<>(Stream.concat(
                        center.types().tables().stream(), DerivedTables.all().stream())
                .map(table -> json(
                        table,
                        manifest.filter(one -> caller.visible().accounts().isEmpty())
                                .flatMap(one -> Optional.ofNullable(one.tables().get(table.name())))
                                .map(Manifest.TableFile::rows)))
                .toList()));
    }

    private static TableJson json(TableSchema table, Optional<Long> rows) {
        return new TableJson(
                table.name(),
                table.description(),
                rows,
                table.columns().stream()
                        .map(column -> new ColumnJson(column.name(), column.type()))
                        .toList());
    }
}
