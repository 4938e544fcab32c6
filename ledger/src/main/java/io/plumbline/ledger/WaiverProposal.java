package io.plumbline.ledger;

import io.plumbline.assess.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asks to live with.
 *
 * @param rules ids of the rules it is for
 * @param reason why that is right, for who decides and for the auditor
 * @param owner whose risk it is
 * @param expires the first moment at which it no longer holds
 * @param renews the exception that it shall follow
 */
public record WaiverProposal(
        List<String> rules,
        Waiver.Scope scope,
        String reason,
        String owner,
        Instant expires,
        Optional<String> renews) {}
