package io.plumbline.server;

import io.plumbline.assess.Framework;
import io.plumbline.ledger.Visible;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** What a request asks about: a framework, and of the accounts that its caller may see those that it names. */
record Scope(Center center) {

    /** The framework that is asked for. */
    Framework framework(Request request) {
        return Center.found(() -> center.catalog().framework(request.text("framework")));
    }

    /** The moment that is asked for: the end of a day, UTC; empty for now. */
    Optional<Instant> asOf(Request request) {
        return request.day("asOf")
                .map(day ->
                        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1));
    }

    /** The accounts that are asked for, none of them outside of what the caller may see. */
    Visible visible(Request request) {
        return center.ledger()
                .choose(
                        request.caller().visible(),
                        Set.copyOf(request.texts("account")),
                        Set.copyOf(request.texts("ou")));
    }
}
