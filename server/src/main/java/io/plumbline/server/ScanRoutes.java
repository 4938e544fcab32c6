package io.plumbline.server;

import io.plumbline.assess.Verdicts;
import io.plumbline.ledger.AssessmentInfo;
import io.plumbline.ledger.Assessments;
import io.plumbline.ledger.Paging;
import io.plumbline.ledger.Visible;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.SnapshotIds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Scans that were made and the one that runs. */
final class ScanRoutes implements Routes {
    private final Center center;
    private final ScanReader reader;
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
        static ProgressJson of(ScanState scan) {
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
                    scan.message());
        }
    }

    private record ScanJson(
            String id,
            String state,
            Optional<Instant> now,
            Optional<Instant> finished,
            Optional<String> scope,
            Optional<Integer> accounts,
            Optional<Integer> entered,
            Optional<Long> rows,
            Optional<Boolean> tracked,
            Optional<Integer> opened,
            Optional<Integer> resolved,
            Optional<Integer> reopened,
            Optional<String> startedBy,
            Optional<ProgressJson> progress,
            Optional<String> message,
            Optional<List<ScanReader.AccountJson>> accountList,
            Optional<List<ScanReader.GapJson>> gapList) {}

    private record ChangesJson(
            String before,
            String after,
            List<FindingJson> opened,
            List<FindingJson> resolved,
            List<FindingJson> reopened) {}

    ScanRoutes(Center center) {
        this.center = center;
        this.reader = new ScanReader(center);
        this.stream = new ProgressStream(center.scans());
    }

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("listScans", this::list);
        routes.accept(
                "startScan",
                request -> new Answer.Json(
                        running(center.scans().start(request.caller().name()))));
        routes.accept("scanEvents", stream::send);
        routes.accept("getScan", this::one);
        routes.accept("compareScans", this::compare);
    }

    private Answer list(Request request) {
        Visible visible = request.caller().visible();
        Paging paging = request.paging();
        List<ScanJson> all = new ArrayList<>();
        center.scans()
                .latest()
                .filter(scan -> scan.phase() != ScanState.Phase.DONE)
                .ifPresent(scan -> all.add(running(scan)));
        int started = all.size();
        List<String> ids = center.snapshots().ids().stream()
                .sorted(SnapshotIds.ORDER.reversed())
                .toList();
        // Manifests of the page only: there may be years of them.
        ids.stream()
                .skip(Math.max(0, paging.offset() - started))
                .limit(paging.size())
                .map(id -> finished(
                        reader.manifest(id),
                        visible,
                        center.ledger().assessments().get(id)))
                .forEach(all::add);
        List<ScanJson> items = all.stream()
                .skip(paging.offset() == 0 ? 0 : started)
                .limit(paging.size())
                .toList();
        return new Answer.Json(new PageJson<>(ids.size() + started, paging.page(), paging.size(), items));
    }

    private Answer one(Request request) {
        String id = request.text("scan");
        Optional<ScanState> running =
                center.scans().latest().filter(scan -> scan.id().equals(id));
        if (running.isPresent() && running.get().phase() != ScanState.Phase.DONE) {
            return new Answer.Json(running(running.get()));
        }
        Manifest manifest = reader.manifest(id);
        Visible visible = request.caller().visible();
        return new Answer.Json(finished(
                manifest,
                visible,
                center.ledger().assessments().get(id),
                Optional.of(reader.accounts(id, visible)),
                Optional.of(gaps(id, visible))));
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

    private static ScanJson running(ScanState scan) {
        return new ScanJson(
                scan.id(),
                scan.phase() == ScanState.Phase.FAILED ? "failed" : "running",
                Optional.of(scan.started()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(scan.startedBy()),
                Optional.of(ProgressJson.of(scan)),
                scan.message(),
                Optional.empty(),
                Optional.empty());
    }

    /** As it is listed, without what is told of one alone. */
    private static ScanJson finished(Manifest manifest, Visible visible, Optional<AssessmentInfo> followed) {
        return finished(manifest, visible, followed, Optional.empty(), Optional.empty());
    }

    private static ScanJson finished(
            Manifest manifest,
            Visible visible,
            Optional<AssessmentInfo> followed,
            Optional<List<ScanReader.AccountJson>> accountList,
            Optional<List<ScanReader.GapJson>> gapList) {
        List<Manifest.Account> active = manifest.accounts().stream()
                .filter(account -> account.status().equals("ACTIVE") && visible.holds(account.id()))
                .toList();
        int entered = (int) active.stream().filter(Manifest.Account::entered).count();
        boolean all = visible.accounts().isEmpty();
        return new ScanJson(
                manifest.id(),
                entered == active.size() ? "complete" : "partial",
                Optional.of(manifest.now()),
                Optional.of(manifest.finished()),
                Optional.of(manifest.scope()),
                Optional.of(active.size()),
                Optional.of(entered),
                Optional.of(manifest.tables().values().stream()
                                .mapToLong(Manifest.TableFile::rows)
                                .sum())
                        .filter(rows -> all),
                Optional.of(followed.isPresent()),
                followed.filter(row -> all).map(AssessmentInfo::opened),
                followed.filter(row -> all).map(AssessmentInfo::resolved),
                followed.filter(row -> all).map(AssessmentInfo::reopened),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                accountList,
                gapList);
    }
}
