package io.plumbline.ledger;

import java.time.Instant;

/** A file that was made of an assessment and handed out. */
public record Report(String id, Instant madeAt, String madeBy, NewReport made) {}
