package io.plumbline.server;

import java.util.function.BiConsumer;

/** For those who run the server. */
record OperationRoutes(Document document, Meters meters) implements Routes {
    private record Health(String status, String version) {}

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("health", request -> new Answer.Json(new Health("ok", document.version())));
        routes.accept("metrics", request -> new Answer.Text("text/plain; version=0.0.4; charset=utf-8", meters.text()));
        routes.accept("document", request -> new Answer.Text("application/yaml", document.text()));
    }
}
