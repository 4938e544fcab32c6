package io.plumbline.collect;

import io.plumbline.snapshot.TableWriter;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the rows of one cell: buffered, then compressed into the account's page log. Memory stays small however long a list is. Rows
 * are written by one thread.
 */
final class CellWriter {
    private static final int FLUSH_BYTES = 1 << 20;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final PageLog log;
    private final Map<String, ByteArrayOutputStream> buffers = new HashMap<>();
    private final ByteArrayOutputStream row = new ByteArrayOutputStream();
    private final List<PageLog.Segment> segments = new ArrayList<>();
    private final boolean keepValues;

    /**
     * @param keepValues whether what {@link Seal seals} cover is written as it is
     */
    CellWriter(PageLog log, boolean keepValues) {
        this.log = log;
        this.keepValues = keepValues;
    }

    /** A row with what was read of its details and what was not. */
    record Hydrated<R>(@Nullable R row, String arn, Map<String, Object> details, Map<String, Trouble.Unread> unread) {}

    <C, R> void write(Source<C, R> source, Place place, Instant now, Hydrated<R> hydrated) {
        ByteArrayOutputStream buffer = buffers.computeIfAbsent(source.table(), unused -> new ByteArrayOutputStream());
        // An answer that breaks a declaration in the middle of its row must leave no half of it behind.
        row.reset();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), row)) {
            json.writeStartObject();
            engineColumns(json, source, place, now, hydrated);
            if (hydrated.row() != null) {
                form(source.shape()).writeFields(json, hydrated.row());
            }
            for (Detail<C, R, ?> detail : source.details()) {
                writeDetail(json, detail, hydrated.details().get(detail.column()));
            }
            json.writeEndObject();
        }
        row.write('\n');
        buffer.writeBytes(row.toByteArray());
        if (buffer.size() > FLUSH_BYTES) {
            flush(source.table(), buffer);
        }
    }

    private static <C, R> void engineColumns(
            JsonGenerator json, Source<C, R> source, Place place, Instant now, Hydrated<R> hydrated) {
        String cellRegion = source.scope() == Scope.GLOBAL ? "global" : place.region();
        String own = hydrated.row() == null ? null : source.regionOf(hydrated.row());
        json.writeStringProperty("account_id", place.accountId().value());
        json.writeStringProperty("region", own == null ? cellRegion : own);
        json.writeStringProperty("partition", place.partition().id());
        json.writeStringProperty("arn", hydrated.arn());
        json.writeStringProperty(TableWriter.CELL_REGION, cellRegion);
        json.writeStringProperty("collected_at", now.toString());
        String name = hydrated.row() == null ? null : source.nameOf(hydrated.row());
        if (name != null) {
            json.writeStringProperty("name", name);
        }
        json.writeName("tags");
        json.writeStartObject();
        if (hydrated.details().get(Source.TAGS_DETAIL) instanceof Map<?, ?> tags) {
            tags.forEach((key, value) -> json.writeStringProperty(String.valueOf(key), String.valueOf(value)));
        } else if (hydrated.row() != null) {
            source.tagsOf(hydrated.row()).forEach(json::writeStringProperty);
        }
        json.writeEndObject();
        json.writeName("unread");
        json.writeStartObject();
        hydrated.unread().forEach((column, why) -> {
            json.writeName(column);
            json.writeStartObject();
            json.writeStringProperty("action", why.action());
            json.writeStringProperty("code", why.code());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    @SuppressWarnings("unchecked")
    private <D> void writeDetail(JsonGenerator json, Detail<?, ?, D> detail, @Nullable Object value) {
        if (value != null) {
            json.writeName(detail.column());
            form(detail.shape()).writeValue(json, (D) value);
        }
    }

    private <D> Shape<D> form(Shape<D> shape) {
        return keepValues ? shape.open() : shape;
    }

    private void flush(String table, ByteArrayOutputStream buffer) {
        segments.add(log.append(table, buffer));
        buffer.reset();
    }

    /** Writes what is left and tells where everything stands. */
    List<PageLog.Segment> finish() {
        buffers.forEach((table, buffer) -> {
            if (buffer.size() > 0) {
                flush(table, buffer);
            }
        });
        return List.copyOf(segments);
    }
}
