package io.plumbline.server;

import io.plumbline.assess.Verdicts;
import io.plumbline.ledger.Visible;
import io.plumbline.snapshot.Manifest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which assessment an answer is of, as its reader may see it.
 *
 * @param accounts active ones
 * @param entered those that could be looked into
 * @param stale whether it is more than a day old
 */
record AssessmentJson(String id, Instant now, int accounts, int entered, int regions, boolean stale) {
    private static final Duration FRESH = Duration.ofHours(24);

    static AssessmentJson of(Verdicts verdicts, Visible visible, Instant now) {
        List<Manifest.Account> active = verdicts.accounts().stream()
                .filter(account -> account.status().equals("ACTIVE") && visible.holds(account.id()))
                .toList();
        return new AssessmentJson(
                verdicts.head().snapshot(),
                verdicts.head().taken(),
                active.size(),
                (int) active.stream().filter(Manifest.Account::entered).count(),
                verdicts.head().regions(),
                verdicts.head().taken().plus(FRESH).isBefore(now));
    }
}
