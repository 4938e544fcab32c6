package io.plumbline.server;

import java.io.OutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;

/** A JSON object that is written name by name, so that a long list in it is never in memory whole. */
final class OfflineJson implements AutoCloseable {
    private final JsonGenerator json;

    /** @param out flushed at the end and left open */
    OfflineJson(OutputStream out) {
        this.json = Replies.mapper()
                .writer()
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .createGenerator(out);
        json.writeStartObject();
    }

    /** Adds a value. */
    void value(String name, Object value) {
        json.writeName(name);
        json.writePOJO(value);
    }

    /** Adds a list, whose items are taken one by one. */
    void list(String name, Consumer<Consumer<Object>> items) {
        json.writeName(name);
        json.writeStartArray();
        items.accept(json::writePOJO);
        json.writeEndArray();
    }

    @Override
    public void close() {
        json.writeEndObject();
        json.close();
    }
}
