package io.plumbline.collect;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Tries what a scan would ask: each list operation once in the home region, and one operation in every other. */
final class Examination {
    private static final int AT_ONCE = 32;

    private final List<Source<?, ?>> sources;
    private final Clients clients;

    Examination(List<Source<?, ?>> sources, Clients clients) {
        this.sources = sources;
        this.clients = clients;
    }

    Checkup examine(Entrance.Accounts accounts, List<Need> needs) {
        Plan plan;
        try (Database database = Database.open()) {
            plan = Order.of(database, sources, needs).plan();
        }
        List<Source<?, ?>> planned = sources.stream()
                .filter(source -> plan.tables().containsKey(source.table()))
                .toList();
        List<Checkup.AccountCheck> checks = new ArrayList<>(accounts.entered().stream()
                .gather(Gatherers.mapConcurrent(AT_ONCE, account -> examine(account, planned)))
                .toList());
        accounts.closed()
                .forEach(closed -> checks.add(new Checkup.AccountCheck(
                        closed.id(),
                        closed.row().displayName(),
                        false,
                        closed.trouble()
                                .map(trouble -> closed.action() + " " + trouble.code() + " " + trouble.message())
                                .orElse("the account is " + closed.row().status()),
                        0,
                        Map.of())));
        long cells = accounts.entered().stream()
                .mapToLong(account -> planned.stream()
                        .mapToLong(source -> source.scope() == Scope.GLOBAL
                                ? 1
                                : account.scanned().size())
                        .sum())
                .sum();
        Caller caller = accounts.caller();
        return new Checkup(caller.arn(), caller.partition().id(), checks, cells);
    }

    private Checkup.AccountCheck examine(Account account, List<Source<?, ?>> planned) {
        Map<String, List<String>> refused = new TreeMap<>();
        String home = account.partition().homeRegion();
        for (Source<?, ?> source : planned) {
            tryOne(account, source, home)
                    .ifPresent(trouble -> refused.computeIfAbsent(
                                    source.findingActions().getFirst() + " " + trouble, unused -> new ArrayList<>())
                            .add(source.scope() == Scope.GLOBAL ? "global" : home));
        }
        for (String region : account.scanned()) {
            if (!region.equals(home)) {
                tried(
                                account,
                                region,
                                "ec2:DescribeVpcs",
                                () -> clients.of(Ec2Client::builder, region)
                                        .describeVpcs(request -> request.maxResults(5)))
                        .ifPresent(trouble -> refused.computeIfAbsent(
                                        "ec2:DescribeVpcs " + trouble, unused -> new ArrayList<>())
                                .add(region));
            }
        }
        return new Checkup.AccountCheck(
                account.id(),
                account.row().displayName(),
                true,
                "",
                account.scanned().size(),
                refused);
    }

    /** Asks for the first row only; a paginator sends one request for that. Children need a parent and are not tried. */
    private <C, R> Optional<String> tryOne(Account account, Source<C, R> source, String region) {
        C client = clients.of(source, region);
        Place place = account.place(region);
        String action = source.findingActions().getFirst();
        return switch (source.finder()) {
            case Finder.Listing<C, R> listing ->
                tried(
                        account,
                        region,
                        action,
                        () -> listing.list().apply(client, place).iterator().hasNext());
            case Finder.Single<C, R> single ->
                tried(
                                account,
                                region,
                                action,
                                () -> Objects.requireNonNullElse(single.one().apply(client, place), ""))
                        .filter(trouble -> !source.none(trouble.split(" ")[0]));
            case Finder.Described<C, R> described ->
                tried(
                        account,
                        region,
                        action,
                        () -> described.keys().apply(client, place).iterator().hasNext());
            case Finder.Shared<C, ?, R> shared ->
                tried(account, region, action, () -> first(shared, client, place, source.table()));
            case Finder.Under<C, R> under -> Optional.empty();
            case Finder.Known<C, R> known -> Optional.empty();
        };
    }

    private static <C, A, R> boolean first(Finder.Shared<C, A, R> shared, C client, Place place, String table) {
        return shared.answer()
                .ask()
                .pages(client, place, Set.of(table))
                .iterator()
                .hasNext();
    }

    private Optional<String> tried(
            Account account, String region, String action, java.util.concurrent.Callable<?> work) {
        try {
            new Call(account.id(), region, action, account.credentials(), new CallMeter()).run(work::call);
            return Optional.empty();
        } catch (RuntimeException e) {
            Trouble trouble = Trouble.of(e);
            return Optional.of(trouble.code() + (trouble.message().isEmpty() ? "" : " (" + trouble.message() + ")"));
        }
    }
}
