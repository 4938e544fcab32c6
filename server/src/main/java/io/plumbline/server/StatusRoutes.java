package io.plumbline.server;

import io.plumbline.assess.Verdicts;
import io.plumbline.ledger.FindingQuery;
import io.plumbline.ledger.LedgerAccount;
import io.plumbline.ledger.Paging;
import io.plumbline.ledger.Visible;
import io.plumbline.ledger.WaiverQuery;
import io.plumbline.ledger.WaiverState;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What the frame of every page shows. */
record StatusRoutes(Center center) implements Routes {
    private record AccountRef(String id, String name) {}

    private record UnitRef(String id, String name) {}

    private record StatusJson(
            String version,
            Instant now,
            Optional<AssessmentJson> assessment,
            Optional<ScanRoutes.ProgressJson> running,
            List<AccountRef> accounts,
            List<UnitRef> ous,
            long openFindings,
            long exceptionsToApprove) {}

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("getStatus", this::status);
    }

    private Answer status(Request request) {
        Visible visible = request.caller().visible();
        Optional<Verdicts> verdicts = center.newest();
        List<LedgerAccount> accounts = center.ledger().accounts(visible);
        return new Answer.Json(new StatusJson(
                center.version(),
                center.now(),
                verdicts.map(one -> AssessmentJson.of(one, visible, center.now())),
                center.scans()
                        .running()
                        .map(scan -> ScanRoutes.ProgressJson.of(
                                scan, request.caller().everything())),
                accounts.stream()
                        .map(account -> new AccountRef(account.id(), account.name()))
                        .toList(),
                units(accounts),
                center.ledger().findings().count(FindingQuery.OPEN, visible),
                center.exceptions()
                        .page(
                                new WaiverQuery(Set.of(WaiverState.PROPOSED), Set.of(), Optional.empty()),
                                visible,
                                new Paging(1, 1),
                                center.now())
                        .total()));
    }

    /** Each unit with its path. An account's ids begin with the root's, which has no name of its own. */
    private static List<UnitRef> units(List<LedgerAccount> accounts) {
        Map<String, String> units = new LinkedHashMap<>();
        for (LedgerAccount account : accounts) {
            for (int i = 1; i < account.ouIds().size() && i <= account.ous().size(); i++) {
                units.put(account.ouIds().get(i), String.join("/", account.ous().subList(0, i)));
            }
        }
        return units.entrySet().stream()
                .map(unit -> new UnitRef(unit.getKey(), unit.getValue()))
                .sorted(Comparator.comparing(UnitRef::name))
                .toList();
    }
}
