package io.plumbline.server;

import io.plumbline.assess.Catalog;
import io.plumbline.assess.Rule;
import io.plumbline.ledger.Finding;
import io.plumbline.ledger.FindingDetail;
import io.plumbline.ledger.FindingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A finding, as the document has it; evidence, warnings and history where only one is shown. */
record FindingJson(
        String id,
        String rule,
        String title,
        String severity,
        String accountId,
        String accountName,
        String region,
        String unit,
        Optional<String> asset,
        String state,
        String reason,
        Instant firstSeen,
        Instant lastSeen,
        Optional<Instant> resolvedAt,
        long reopened,
        Optional<String> notSeen,
        Optional<String> owner,
        String disposition,
        Optional<String> exception,
        Optional<String> ticket,
        long comments,
        Optional<JsonNode> evidence,
        Optional<List<String>> warnings,
        Optional<List<FindingEvent>> history) {

    static FindingJson of(Finding finding, Catalog catalog) {
        return of(finding, catalog, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static FindingJson of(FindingDetail detail, Catalog catalog) {
        return of(
                detail.finding(),
                catalog,
                Optional.of(JsonMapper.shared().readTree(detail.evidence())),
                Optional.of(detail.warnings()),
                Optional.of(detail.history()));
    }

    private static FindingJson of(
            Finding finding,
            Catalog catalog,
            Optional<JsonNode> evidence,
            Optional<List<String>> warnings,
            Optional<List<FindingEvent>> history) {
        return new FindingJson(
                finding.id(),
                finding.rule(),
                title(catalog, finding.rule()),
                RuleRoutes.word(finding.severity()),
                finding.accountId(),
                finding.accountName(),
                finding.region(),
                finding.unit(),
                finding.asset(),
                finding.state().word(),
                finding.reason(),
                finding.firstSeen(),
                finding.lastSeen(),
                finding.resolvedAt(),
                finding.reopened(),
                finding.notSeen(),
                finding.owner(),
                finding.disposition().word(),
                finding.exception(),
                finding.ticket(),
                finding.comments(),
                evidence,
                warnings,
                history);
    }

    /** A rule's title; its id if the catalog has it no more. */
    static String title(Catalog catalog, String rule) {
        return catalog.rules().stream()
                .filter(one -> one.id().equals(rule))
                .map(Rule::title)
                .findFirst()
                .orElse(rule);
    }
}
