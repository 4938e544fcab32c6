package io.plumbline.inventory;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much there is, and where.
 *
 * @param total all assets
 * @param accounts every account in scope, also those with nothing in it
 * @param regions every region that was read or that something is in
 * @param types every type that there is something of, most first
 */
public record Stats(long total, List<AccountCount> accounts, List<RegionCount> regions, List<TypeCount> types) {

    /** Assets of one account, and how many of its cells could not be read. */
    public record AccountCount(String accountId, String name, long assets, long types, long regions, long gaps) {}

    /**
     * Assets of one region.
     *
     * @param accounts how many accounts have assets of their own in it
     * @param made how many somebody made: not AWS's default VPCs and the like, and no settings
     * @param by types of those, most first
     * @param gaps how many of its cells could not be read: an unused region with gaps may be used
     */
    public record RegionCount(String region, long assets, long accounts, long made, List<String> by, long gaps) {
        /** Whether anybody made anything in it. */
        public boolean used() {
            return made > 0;
        }
    }

    /** Assets of one type. */
    public record TypeCount(String type, long assets, long accounts, long regions) {}

    /** Counts. */
    public static Stats of(Inventory inventory) {
        Collection<String> collected = inventory.snapshot().manifest().tables().keySet();
        try (Database database = Database.openWide()) {
            inventory
                    .snapshot()
                    .attach(
                            database,
                            inventory.schemas(),
                            DefaultResources.tables().stream()
                                    .filter(collected::contains)
                                    .flatMap(name -> Stream.of(name, "aws_vpc_internet_gateway"))
                                    .filter(collected::contains)
                                    .distinct()
                                    .toList());
            inventory.attach(database);
            database.execute(
                    "create temp table own as select type, account_id, region, count(*) as assets from asset where arn not in ("
                            + DefaultResources.arns(collected) + ") group by all");
            database.execute(
                    "create temp table gap as select account_id, region, count(distinct table_name) as tables from journal"
                            + " where status <> 'read' group by all");
            return new Stats(
                    database.number("select count(*) from asset"),
                    accounts(database, inventory.snapshot().manifest()),
                    regions(database, inventory.snapshot().manifest()),
                    database.query(
                            "select type, count(*), count(distinct account_id), count(distinct region) from asset"
                                    + " group by type order by 2 desc, 1",
                            row -> new TypeCount(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4))));
        }
    }

    private static List<AccountCount> accounts(Database database, Manifest manifest) {
        Map<String, AccountCount> counted = database
                .query(
                        "select account_id, coalesce(assets, 0), coalesce(types, 0), coalesce(regions, 0), coalesce(gaps, 0) from"
                                + " (select account_id, count(*) as assets, count(distinct type) as types,"
                                + " count(distinct region) as regions from asset group by account_id)"
                                + " full join (select account_id, sum(tables) as gaps from gap group by account_id) using (account_id)",
                        row -> new AccountCount(
                                row.getString(1), "", row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .stream()
                .collect(Collectors.toMap(AccountCount::accountId, Function.identity()));
        List<AccountCount> all = new ArrayList<>();
        for (Manifest.Account account : manifest.accounts()) {
            AccountCount found = counted.getOrDefault(account.id(), new AccountCount(account.id(), "", 0, 0, 0, 0));
            all.add(new AccountCount(
                    account.id(), account.name(), found.assets(), found.types(), found.regions(), found.gaps()));
        }
        return all;
    }

    private static List<RegionCount> regions(Database database, Manifest manifest) {
        String settings = DefaultResources.settings().stream().map(Sql::text).collect(Collectors.joining(", "));
        Map<String, RegionCount> counted = database
                .query(
                        "select region, coalesce(a.assets, 0), coalesce(o.accounts, 0), coalesce(o.made, 0), coalesce(o.most, ''),"
                                + " coalesce(g.gaps, 0) from (select region, count(*) as assets from asset group by region) a"
                                + " full join (select region, count(distinct account_id) as accounts, sum(assets) as made,"
                                + " any_value(most) as most from own join (select region, string_agg(type, ',' order by n desc, type) as most"
                                + " from (select region, type, sum(assets) as n from own where type not in (" + settings
                                + ") group by region, type) group by region) using (region) where type not in ("
                                + settings
                                + ") group by region) o using (region)"
                                + " full join (select region, sum(tables) as gaps from gap group by region) g using (region)",
                        row -> new RegionCount(
                                row.getString(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                Stream.of(row.getString(5).split(","))
                                        .filter(type -> !type.isEmpty())
                                        .toList(),
                                row.getLong(6)))
                .stream()
                .collect(Collectors.toMap(RegionCount::region, Function.identity()));
        TreeSet<String> names = new TreeSet<>(counted.keySet());
        manifest.accounts().forEach(account -> names.addAll(account.regions()));
        return names.stream()
                .map(name -> counted.getOrDefault(name, new RegionCount(name, 0, 0, 0, List.of(), 0)))
                .toList();
    }
}
