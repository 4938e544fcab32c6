package io.plumbline.ledger;

import java.util.List;
import java.util.Map;

/**
 * A finding with all that is known of it.
 *
 * @param evidence a JSON object
 * @param tags the asset's
 * @param history oldest first
 */
public record FindingDetail(
        Finding finding,
        String evidence,
        List<String> warnings,
        Map<String, String> tags,
        List<FindingEvent> history) {}
