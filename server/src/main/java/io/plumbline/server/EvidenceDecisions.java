package io.plumbline.server;

import io.plumbline.ledger.AttestationEntry;
import io.plumbline.ledger.AuditCheck;
import io.plumbline.ledger.AuditEntry;
import io.plumbline.ledger.AuditFilter;
import io.plumbline.ledger.Page;
import io.plumbline.ledger.Paging;
import io.plumbline.ledger.RuleSetting;
import io.plumbline.ledger.Visible;
import io.plumbline.ledger.WaiverEntry;
import io.plumbline.ledger.WaiverQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people decided: exceptions, attestations and parameters of some rules, whatever became of them, and what the audit log says of each. */
final class EvidenceDecisions {
    private record Decided(Object decision, List<AuditEntry> history) {}

    private record LogJson(
            boolean whole, Optional<Long> lines, Optional<String> lastHash, Optional<Long> brokenAtLine) {
        static LogJson of(AuditCheck check) {
            return switch (check) {
                case AuditCheck.Whole whole ->
                    new LogJson(true, Optional.of(whole.lines()), Optional.of(whole.head()), Optional.empty());
                case AuditCheck.Broken broken ->
                    new LogJson(
                            false,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(broken.first().id()));
            };
        }
    }

    private final Center center;
    private final Visible visible;

    EvidenceDecisions(Center center, Visible visible) {
        this.center = center;
        this.visible = visible;
    }

    void write(EvidenceZip zip, Set<String> rules) {
        zip.lines(
                "exceptions.jsonl",
                lines -> Page.all(
                        paging -> center.exceptions()
                                .page(
                                        new WaiverQuery(Set.of(), rules, Optional.empty()),
                                        visible,
                                        paging,
                                        center.now()),
                        (WaiverEntry entry) -> lines.accept(
                                new Decided(entry, center.exceptions().history(entry.id(), visible, center.now())))));
        zip.lines(
                "attestations.jsonl",
                lines -> Page.all(
                        paging -> center.ledger()
                                .attestations(center.catalog())
                                .page(Set.of(), rules, visible, paging, center.now()),
                        (AttestationEntry entry) -> lines.accept(new Decided(
                                entry,
                                center.ledger()
                                        .audit()
                                        .page(AuditFilter.of(entry.id()), Paging.FIRST)
                                        .items()))));
        zip.lines(
                "parameter-settings.jsonl",
                lines -> center.parameters().all(visible).stream()
                        .filter(setting -> rules.contains(setting.rule()))
                        .forEach((RuleSetting setting) -> lines.accept(new Decided(
                                ParameterJson.SettingJson.of(
                                        setting, center.parameters().trouble(setting)),
                                center.ledger()
                                        .audit()
                                        .page(AuditFilter.of(setting.subject()), Paging.FIRST)
                                        .items()))));
        zip.json("audit-log.json", LogJson.of(center.ledger().audit().verify()));
    }
}
