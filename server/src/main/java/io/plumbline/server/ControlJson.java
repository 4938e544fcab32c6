package io.plumbline.server;

import io.plumbline.assess.Framework;
import io.plumbline.assess.Rule;
import io.plumbline.ledger.ComplianceView;
import java.time.Instant;
import java.util.Optional;

/** A control, over all accounts or in one. */
record ControlJson(
        String control,
        String rule,
        String title,
        String section,
        String category,
        int level,
        boolean scored,
        String severity,
        Optional<String> accountId,
        Optional<String> accountName,
        String status,
        Numbers.CountsJson counts,
        Optional<Long> accounts,
        Optional<Long> accountsFailing,
        Optional<Instant> updated) {

    static ControlJson of(ComplianceView.Control row) {
        Framework.Control control = row.control();
        Rule rule = row.rule();
        return new ControlJson(
                control.control(),
                rule.id(),
                rule.title(),
                control.section(),
                rule.category(),
                control.level(),
                control.scored(),
                RuleRoutes.word(rule.severity()),
                Optional.empty(),
                Optional.empty(),
                row.status().name(),
                Numbers.CountsJson.of(row.counts()),
                Optional.of(row.accounts()),
                Optional.of(row.accountsFailing()),
                row.updated());
    }

    static ControlJson of(ComplianceView.Result row) {
        Framework.Control control = row.control();
        Rule rule = row.rule();
        return new ControlJson(
                control.control(),
                rule.id(),
                rule.title(),
                control.section(),
                rule.category(),
                control.level(),
                control.scored(),
                RuleRoutes.word(rule.severity()),
                Optional.of(row.accountId()),
                Optional.of(row.accountName()),
                row.status().name(),
                Numbers.CountsJson.of(row.counts()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(row.updated()));
    }
}
