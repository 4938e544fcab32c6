package io.plumbline.ledger;

import java.time.Instant;

/**
 * What another tool's list does not say of an exception and ours must.
 *
 * @param reason why it is right to live with all of this
 * @param owner whose risk it is
 * @param approver who stands for it, and is not the owner
 * @param expires the first moment at which it no longer holds
 */
public record ImportTerms(String reason, String owner, String approver, Instant expires) {}
