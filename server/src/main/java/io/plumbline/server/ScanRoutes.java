package io.plumbline.server;

import io.plumbline.assess.Verdicts;
import io.plumbline.ledger.Assessments;
import io.plumbline.ledger.ScanOrder;
import io.plumbline.ledger.Visible;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Scans that were made and the one that runs. */
final class ScanRoutes implements Routes {
    private final Center center;
    private final ScanReader reader;
    private final ScanList scans;
    private final ProgressStream stream;

    /** Where a running scan stands. */
    record ProgressJson(
            String id,
            String phase,
            Instant started,
            int accounts,
            int accountsDone,
            int regions,
            long cells,
            long cellsDone,
            long calls,
            long troubles,
            Optional<String> message) {
        static ProgressJson of(ScanState scan, boolean everything) {
            return new ProgressJson(
                    scan.id(),
                    scan.phase().name().toLowerCase(Locale.ROOT),
                    scan.started(),
                    scan.work().accounts(),
                    scan.work().accountsDone(),
                    scan.work().regions(),
                    scan.work().cells(),
                    scan.work().cellsDone(),
                    scan.work().calls(),
                    scan.work().troubles(),
                    scan.message().filter(text -> everything));
        }
    }

    private record ChangesJson(
            String before,
            String after,
            List<FindingJson> opened,
            List<FindingJson> resolved,
            List<FindingJson> reopened) {}

    ScanRoutes(Center center) {
        this.center = center;
        this.reader = new ScanReader(center);
        this.scans = new ScanList(center, reader);
        this.stream = new ProgressStream(center.scans());
    }

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("listScans", request -> new Answer.Json(scans.page(request.caller(), request.paging())));
        routes.accept("startScan", this::start);
        routes.accept("scanEvents", stream::send);
        routes.accept("getScan", this::one);
        routes.accept("compareScans", this::compare);
    }

    private Answer start(Request request) {
        ScanOrder order = ScanOrder.standard(request.caller().actor());
        return new Answer.Json(ScanJson.running(center.scans().start(order), true));
    }

    private Answer one(Request request) {
        String id = request.text("scan");
        Caller caller = request.caller();
        Optional<ScanJson> unfinished = center.scans()
                .latest()
                .filter(scan -> scan.id().equals(id) && scan.phase() != ScanState.Phase.DONE)
                .map(scan -> ScanJson.running(scan, caller.everything()))
                .or(() -> scans.without(id, caller));
        return new Answer.Json(unfinished
                .map(scan -> scan.with(List.of(), List.of()))
                .orElseGet(() -> scans.finished(id, caller)
                        .with(reader.accounts(id, caller.visible()), gaps(id, caller.visible()))));
    }

    private List<ScanReader.GapJson> gaps(String id, Visible visible) {
        if (!center.verdictStore().ids().contains(id)) {
            return List.of();
        }
        Verdicts verdicts = center.verdicts(id);
        return ScanReader.gaps(verdicts, visible);
    }

    private Answer compare(Request request) {
        String after = request.text("scan");
        Visible visible = request.caller().visible();
        Optional<String> before = request.optional("before");
        Assessments.Differences differences =
                Center.found(() -> center.ledger().assessments().differences(before, after, visible));
        return new Answer.Json(new ChangesJson(
                before.orElse(""),
                after,
                findings(differences.opened()),
                findings(differences.resolved()),
                findings(differences.reopened())));
    }

    private List<FindingJson> findings(List<io.plumbline.ledger.Finding> findings) {
        return findings.stream()
                .map(finding -> FindingJson.of(finding, center.catalog()))
                .toList();
    }
}
