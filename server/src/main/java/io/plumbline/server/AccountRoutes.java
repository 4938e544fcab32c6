package io.plumbline.server;

import io.plumbline.assess.Gap;
import io.plumbline.inventory.AccountRegister;
import io.plumbline.ledger.ComplianceQuery;
import io.plumbline.ledger.Paging;
import io.plumbline.ledger.Score;
import io.plumbline.ledger.Visible;
import io.plumbline.snapshot.Manifest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The register of accounts. */
record AccountRoutes(Center center, Scope scope) implements Routes {
    private record AccountJson(
            String id,
            String name,
            String status,
            boolean entered,
            Optional<String> email,
            List<String> ous,
            List<String> ouIds,
            List<String> regions,
            Optional<String> owner,
            Map<String, String> contacts,
            List<String> policies,
            Numbers.ScoreJson score,
            long openFindings,
            long gaps,
            Optional<Instant> lastScan,
            Optional<String> trouble,
            Optional<List<String>> refused) {}

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("listAccounts", this::list);
    }

    private Answer list(Request request) {
        Visible visible = scope.visible(request);
        Paging paging = request.paging();
        if (center.snapshots().newest().isEmpty()) {
            return new Answer.Json(PageJson.cut(List.<AccountJson>of(), paging));
        }
        Manifest manifest = center.snapshot().manifest();
        Map<String, AccountRegister.Account> register =
                center.register().stream().collect(Collectors.toMap(AccountRegister.Account::id, Function.identity()));
        Map<String, Score> scores = center.compliance()
                .scores(new ComplianceQuery(
                        scope.framework(request).id(), Set.of(), Set.of(), Optional.empty(), visible));
        Map<String, Long> open = center.ledger().findings().openByAccount(visible);
        Map<String, List<Gap>> gaps = gaps(manifest.id(), visible);
        String text = request.optional("q").orElse("").toLowerCase(Locale.ROOT);
        return new Answer.Json(PageJson.cut(
                manifest.accounts().stream()
                        .filter(account -> visible.holds(account.id()))
                        .filter(account -> (account.name() + " " + account.id())
                                .toLowerCase(Locale.ROOT)
                                .contains(text))
                        .map(account -> json(
                                account,
                                Optional.ofNullable(register.get(account.id())),
                                scores.getOrDefault(account.id(), Score.NONE),
                                open.getOrDefault(account.id(), 0L),
                                gaps.getOrDefault(account.id(), List.of()),
                                manifest))
                        .toList(),
                paging));
    }

    /** What rules lacked in each account; none if the snapshot was not judged. */
    private Map<String, List<Gap>> gaps(String snapshot, Visible visible) {
        return center.verdictStore().ids().contains(snapshot)
                ? center.verdicts(snapshot).gaps().stream()
                        .filter(gap -> visible.holds(gap.accountId()))
                        .collect(Collectors.groupingBy(Gap::accountId))
                : Map.of();
    }

    /** That a scan was not asked for something is no refusal. */
    private static List<String> refused(List<Gap> gaps) {
        return gaps.stream()
                .filter(gap -> !gap.action().isEmpty())
                .map(gap -> gap.action() + ": " + gap.code())
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<String> trouble(Manifest.Account account, List<Gap> gaps) {
        return gaps.stream()
                .filter(gap -> !account.entered() && !gap.action().isEmpty())
                .findFirst()
                .map(gap -> gap.action() + ": " + gap.code() + (gap.message().isEmpty() ? "" : ", " + gap.message()));
    }

    private static AccountJson json(
            Manifest.Account account,
            Optional<AccountRegister.Account> known,
            Score score,
            long open,
            List<Gap> gaps,
            Manifest manifest) {
        return new AccountJson(
                account.id(),
                account.name(),
                account.status(),
                account.entered(),
                known.map(AccountRegister.Account::email).filter(mail -> !mail.isEmpty()),
                account.ous(),
                account.ouIds(),
                account.regions(),
                known.flatMap(one -> one.ownerTags().values().stream().findFirst()),
                known.map(AccountRegister.Account::contacts).orElse(Map.of()),
                known.map(one -> one.policies().stream()
                                .map(AccountRegister.Policy::name)
                                .distinct()
                                .toList())
                        .orElse(List.of()),
                Numbers.ScoreJson.of(score),
                open,
                known.map(AccountRegister.Account::gaps).orElse(0L),
                account.entered() ? Optional.of(manifest.now()) : Optional.empty(),
                trouble(account, gaps),
                Optional.of(refused(gaps)).filter(actions -> !actions.isEmpty()));
    }
}
