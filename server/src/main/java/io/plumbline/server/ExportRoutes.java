package io.plumbline.server;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Framework;
import io.plumbline.assess.Verdicts;
import io.plumbline.ledger.Visible;
import io.plumbline.report.Format;
import io.plumbline.report.Formats;
import io.plumbline.report.ReportInput;
import io.plumbline.report.TableOptions;
import io.plumbline.snapshot.Manifest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** An assessment as a file, or with all evidence as a zip, of the accounts that the caller may see. */
record ExportRoutes(Center center, Scope scope, HandedOut handedOut) implements Routes {
    private static final Map<String, String> TYPES = Map.of(
            "html",
            "text/html",
            "csv",
            "text/csv",
            "junit",
            "application/xml",
            "ocsf",
            "application/x-ndjson",
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("export", this::export);
        routes.accept("exportEvidence", this::evidence);
    }

    private Answer evidence(Request request) {
        Verdicts verdicts = UnitRoutes.assessment(center, request);
        Framework framework = scope.framework(request);
        EvidencePack pack = new EvidencePack(center, verdicts, framework, scope.visible(request));
        String name = "plumbline-evidence-" + framework.id() + "-"
                + verdicts.head().snapshot().toLowerCase(Locale.ROOT) + ".zip";
        center.ledger()
                .audit()
                .append(
                        request.caller().actor(),
                        "evidence-exported",
                        framework.id(),
                        Map.of("assessment", verdicts.head().snapshot()),
                        center.now());
        return handedOut.file(
                subject("evidence", framework.id(), verdicts, request),
                request.caller().actor(),
                "application/zip",
                name,
                pack::write);
    }

    private Answer export(Request request) {
        Format format = Formats.of(request.text("format"));
        Verdicts verdicts = UnitRoutes.assessment(center, request);
        String framework = scope.framework(request).id();
        Assessment assessment = verdicts.assessment(
                center.catalog(),
                List.of(framework),
                center.exceptions().inForce(center.now()),
                scope.visible(request).accounts());
        ReportInput input = new ReportInput(assessment, center.catalog(), center.version(), TableOptions.PLAIN);
        String name = "plumbline-" + framework + "-"
                + verdicts.head().snapshot().toLowerCase(Locale.ROOT) + "-" + format.fileName();
        return handedOut.file(
                subject(format.id(), framework, verdicts, request),
                request.caller().actor(),
                TYPES.getOrDefault(format.id(), "application/json"),
                name,
                out -> format.write(input, out));
    }

    private HandedOut.Subject subject(String format, String framework, Verdicts verdicts, Request request) {
        Visible visible = scope.visible(request);
        return new HandedOut.Subject(
                format,
                framework,
                verdicts.head().snapshot(),
                verdicts.head().taken(),
                verdicts.accounts().stream()
                        .map(Manifest.Account::id)
                        .filter(visible::holds)
                        .collect(Collectors.toSet()));
    }
}
