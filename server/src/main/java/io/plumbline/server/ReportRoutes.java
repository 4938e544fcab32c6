package io.plumbline.server;

import io.plumbline.assess.Framework;
import io.plumbline.assess.Gap;
import io.plumbline.assess.Rule;
import io.plumbline.ledger.LedgerAccount;
import io.plumbline.ledger.NewReport;
import io.plumbline.ledger.Report;
import io.plumbline.ledger.Visible;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Files that were handed out, and the pages as one.
 *
 * @param questions asks for what the pages show
 * @param web the folder of the page's files
 */
record ReportRoutes(
        Center center,
        Scope scope,
        HandedOut handedOut,
        Questions questions,
        Optional<Path> web,
        OfflineData.Limits limits)
        implements Routes {
    private record ReportJson(
            String id,
            Instant madeAt,
            String madeBy,
            String format,
            String framework,
            String assessment,
            Instant moment,
            Set<String> accounts,
            String file,
            long bytes,
            String sha256) {
        static ReportJson of(Report report) {
            NewReport made = report.made();
            return new ReportJson(
                    report.id(),
                    report.madeAt(),
                    report.madeBy(),
                    made.format(),
                    made.framework(),
                    made.assessment(),
                    made.moment(),
                    made.accounts(),
                    made.file(),
                    made.bytes(),
                    made.sha256());
        }
    }

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("listReports", this::list);
        routes.accept("offlineReport", this::offline);
    }

    private Answer list(Request request) {
        return new Answer.Json(PageJson.of(
                center.ledger()
                        .reports()
                        .page(request.optional("q"), request.caller().visible(), request.paging())
                        .map(ReportJson::of),
                request.paging()));
    }

    private Answer offline(Request request) {
        OfflineTemplate template = OfflineTemplate.in(web);
        Framework framework = scope.framework(request);
        Visible visible = scope.visible(request);
        Questions.Asker asker = questions.as(request.caller().seeing(visible), request);
        Optional<String> day = request.optional("asOf");
        Map<String, List<String>> subject = day.map(
                        end -> Map.of("framework", List.of(framework.id()), "asOf", List.of(end)))
                .orElse(Map.of("framework", List.of(framework.id())));
        JsonNode compliance = asker.ask("getCompliance", subject);
        String assessment = compliance.path("assessment").path("id").asString("");
        if (assessment.isEmpty()) {
            throw Problem.notFound("There is no assessment"
                    + day.map(end -> " of " + end + " or before, or its verdicts are no longer kept,")
                            .orElse(" yet,")
                    + " so there is nothing to put into a file. Choose another day, or start a scan.");
        }
        List<LedgerAccount> accounts = center.ledger().accounts(visible);
        OfflineReport.About about = new OfflineReport.About(
                center.version(),
                center.now(),
                request.caller().name(),
                framework.id(),
                framework.title(),
                day,
                accounts.stream()
                        .map(account -> new OfflineReport.AccountRef(account.id(), account.name()))
                        .toList(),
                accounts.size()
                        < center.ledger().accounts(request.caller().visible()).size(),
                center.verdicts(assessment).gaps().stream()
                        .filter(gap -> visible.holds(gap.accountId()))
                        .collect(Collectors.groupingBy(Gap::accountId, Collectors.counting())));
        OfflineData data = new OfflineData(asker, subject, compliance, knownRules(), limits);
        return handedOut.file(
                new HandedOut.Subject(
                        "offline",
                        framework.id(),
                        assessment,
                        Instant.parse(compliance.path("assessment").path("now").asString()),
                        accounts.stream().map(LedgerAccount::id).collect(Collectors.toSet())),
                request.caller().actor(),
                "text/html",
                "plumbline-pages-" + framework.id() + "-" + assessment.toLowerCase(Locale.ROOT) + ".html",
                new OfflineReport(template, data, about)::write);
    }

    private Set<String> knownRules() {
        return center.catalog().rules().stream().map(Rule::id).collect(Collectors.toSet());
    }
}
