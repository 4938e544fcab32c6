package io.plumbline.server;

import io.plumbline.ledger.AuditEntry;
import io.plumbline.ledger.AuditFilter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Who did what. */
record AuditRoutes(Center center) implements Routes {
    /** A line of the log. */
    record AuditJson(
            long id,
            Instant at,
            String actor,
            String action,
            String subject,
            Map<String, Object> detail,
            Optional<String> address) {
        static AuditJson of(AuditEntry entry) {
            return new AuditJson(
                    entry.id(),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.subject(),
                    entry.detail(),
                    entry.address());
        }
    }

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept(
                "listAuditLog",
                request -> new Answer.Json(PageJson.of(
                        center.ledger()
                                .audit()
                                .page(
                                        new AuditFilter(
                                                request.optional("actor"),
                                                request.optional("action"),
                                                Optional.empty(),
                                                request.optional("q")),
                                        request.paging())
                                .map(AuditJson::of),
                        request.paging())));
    }
}
