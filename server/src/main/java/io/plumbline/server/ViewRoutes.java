package io.plumbline.server;

import io.plumbline.ledger.SavedView;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Saved views and queries. */
record ViewRoutes(Center center) implements Routes {
    private record ViewJson(String id, String page, String name, String query, boolean shared, String owner) {}

    private record NewView(String page, String name, String query, Optional<Boolean> shared) {}

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept(
                "listViews",
                request -> new Answer.Json(new ItemsJson<>(
                        center.ledger().views().of(request.caller().name(), request.optional("page")).stream()
                                .map(ViewRoutes::json)
                                .toList())));
        routes.accept("saveView", this::save);
        routes.accept("deleteView", this::delete);
    }

    private Answer save(Request request) {
        NewView body = request.body(NewView.class);
        return new Answer.Json(json(center.ledger()
                .views()
                .save(
                        body.page(),
                        body.name(),
                        body.query(),
                        body.shared().orElse(false),
                        request.caller().name())));
    }

    private Answer delete(Request request) {
        Center.found(() -> {
            center.ledger()
                    .views()
                    .delete(request.text("view"), request.caller().name());
            return true;
        });
        return new Answer.Nothing();
    }

    private static ViewJson json(SavedView view) {
        return new ViewJson(view.id(), view.page(), view.name(), view.query(), view.shared(), view.owner());
    }
}
