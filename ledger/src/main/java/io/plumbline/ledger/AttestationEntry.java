package io.plumbline.ledger;

import io.plumbline.assess.Attestation;
import java.util.Optional;

/**
 * An answer that somebody gave.
 *
 * @param given what they said
 * @param ended by whom it was taken back
 */
public record AttestationEntry(
        String id, Attestation given, Optional<WaiverEntry.Deed> ended, AttestationState state) {}
