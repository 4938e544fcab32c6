package io.plumbline.server;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.plumbline.assess.Assessment;
import io.plumbline.assess.ControlResult;
import io.plumbline.assess.Framework;
import io.plumbline.assess.Gap;
import io.plumbline.assess.Rule;
import io.plumbline.assess.UnitResult;
import io.plumbline.assess.VerdictHead;
import io.plumbline.assess.Verdicts;
import io.plumbline.assess.Waiver;
import io.plumbline.ledger.Visible;
import io.plumbline.report.Formats;
import io.plumbline.report.ReportInput;
import io.plumbline.report.TableOptions;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * All that an auditor needs to follow a framework's verdicts without Plumbline: per control the rule, its SQL, the counts and the verdicts;
 * the parameters that were set; the rows that they rest on; what was asked of AWS and what it refused; exceptions and attestations with everybody who had a hand in
 * them; and the hash of every file.
 */
final class EvidencePack {
    private record AccountJson(
            String id, String name, String status, boolean entered, List<String> ous, List<String> regions) {}

    private record HeadJson(
            String framework,
            String title,
            String snapshot,
            Instant asOf,
            String partition,
            String version,
            List<AccountJson> accounts) {}

    private record ControlFile(
            String control,
            String rule,
            String title,
            String section,
            int level,
            boolean scored,
            String severity,
            String judges,
            String means,
            String why,
            List<String> references,
            List<String> restsOnTables,
            List<ControlResult> accounts) {}

    /** A verdict as a line. */
    private record VerdictLine(
            String accountId,
            String region,
            String unit,
            Optional<String> asset,
            String status,
            String reason,
            List<String> warnings,
            @JsonRawValue String evidence,
            Optional<String> exception,
            Optional<String> inheritedFrom,
            List<UnitResult.Cell> restsOn,
            String findingId) {
        static VerdictLine of(UnitResult unit) {
            return new VerdictLine(
                    unit.accountId(),
                    unit.region(),
                    unit.unit(),
                    unit.asset(),
                    unit.status().name(),
                    unit.reason(),
                    unit.warnings(),
                    unit.evidence(),
                    unit.exception().map(Waiver::id),
                    unit.inheritedFrom(),
                    unit.restsOn(),
                    unit.findingId().value());
        }
    }

    private final Center center;
    private final Verdicts verdicts;
    private final Framework framework;
    private final Visible visible;
    private final Assessment assessment;

    EvidencePack(Center center, Verdicts verdicts, Framework framework, Visible visible) {
        this.center = center;
        this.verdicts = verdicts;
        this.framework = framework;
        this.visible = visible;
        this.assessment = verdicts.assessment(
                center.catalog(),
                List.of(framework.id()),
                center.exceptions().inForce(center.now()),
                visible.accounts());
    }

    void write(OutputStream out) {
        EvidenceZip zip = new EvidenceZip(out, assessment.now());
        EvidenceRows rows = new EvidenceRows(center, verdicts, visible);
        zip.text("README.txt", EvidenceTexts.readMe(framework, assessment, rows.kept()));
        zip.json("assessment.json", head());
        for (String format : List.of("html", "xlsx", "csv")) {
            zip.file(
                    "report/" + Formats.of(format).fileName(),
                    file -> Formats.of(format)
                            .write(
                                    new ReportInput(assessment, center.catalog(), center.version(), TableOptions.PLAIN),
                                    file));
        }
        Set<String> tables = new TreeSet<>();
        for (Framework.Control control : framework.controls()) {
            Optional<VerdictHead.JudgingRule> judged = verdicts.head().rule(control.rule());
            judged.ifPresent(rule -> tables.addAll(rule.tables()));
            control(zip, control, judged.map(VerdictHead.JudgingRule::tables).orElse(List.of()));
        }
        verdicts(zip);
        rows.write(zip, tables);
        zip.lines("not-read.jsonl", lines -> assessment.gaps().forEach((Gap gap) -> lines.accept(gap)));
        new EvidenceParameters(verdicts, visible).write(zip, center, framework);
        new EvidenceDecisions(center, visible).write(zip, rules());
        zip.finish();
    }

    private Set<String> rules() {
        Set<String> rules = new TreeSet<>();
        framework.controls().forEach(control -> rules.add(control.rule()));
        return rules;
    }

    private HeadJson head() {
        return new HeadJson(
                framework.id(),
                framework.title(),
                assessment.snapshot(),
                assessment.now(),
                assessment.partition(),
                center.version(),
                verdicts.accounts().stream()
                        .filter(account -> visible.holds(account.id()))
                        .map(account -> new AccountJson(
                                account.id(),
                                account.name(),
                                account.status(),
                                account.entered(),
                                account.ous(),
                                account.regions()))
                        .toList());
    }

    private static String folder(String control) {
        return "controls/" + control.replaceAll("[^A-Za-z0-9._-]", "_") + "/";
    }

    private void control(EvidenceZip zip, Framework.Control control, List<String> tables) {
        Rule rule = center.catalog().rule(control.rule());
        zip.json(
                folder(control.control()) + "control.json",
                new ControlFile(
                        control.control(),
                        rule.id(),
                        rule.title(),
                        framework.sections().getOrDefault(control.section(), control.section()),
                        control.level(),
                        control.scored(),
                        rule.severity().word(),
                        rule.unit(),
                        rule.meaning(),
                        rule.why(),
                        rule.references(),
                        tables,
                        assessment.controls().stream()
                                .filter(result -> result.control().equals(control.control()))
                                .toList()));
        zip.text(folder(control.control()) + "rule.sql", rule.sql());
    }

    private void verdicts(EvidenceZip zip) {
        try (ByControl files = new ByControl(zip)) {
            assessment.units(files);
        }
    }

    /** Verdicts come control by control, so each control's file is written as they go by. */
    private static final class ByControl implements Consumer<UnitResult>, AutoCloseable {
        private final EvidenceZip zip;
        private Optional<EvidenceZip.Open> file = Optional.empty();
        private String control = "";

        ByControl(EvidenceZip zip) {
            this.zip = zip;
        }

        @Override
        public void accept(UnitResult unit) {
            if (!unit.control().equals(control)) {
                close();
                control = unit.control();
                file = Optional.of(zip.open(folder(control) + "verdicts.jsonl"));
            }
            file.orElseThrow().line(VerdictLine.of(unit));
        }

        @Override
        public void close() {
            file.ifPresent(EvidenceZip.Open::close);
            file = Optional.empty();
        }
    }
}
