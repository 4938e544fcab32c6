package io.plumbline.server;

import io.plumbline.assess.Assessment;
import io.plumbline.assess.Framework;
import io.plumbline.assess.Verdicts;
import io.plumbline.report.Format;
import io.plumbline.report.Formats;
import io.plumbline.report.ReportInput;
import io.plumbline.report.TableOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** An assessment as a file, or with all evidence as a zip, of the accounts that the caller may see. */
record ExportRoutes(Center center, Scope scope) implements Routes {
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
        return new Answer.File("application/zip", name, pack::write);
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
        return new Answer.File(
                TYPES.getOrDefault(format.id(), "application/json"), name, out -> format.write(input, out));
    }
}
