package io.plumbline.inventory;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every account that something of ours names, and whose it is. */
public final class Trust {
    private Trust() {}

    /** Whose an account is. */
    public enum Owner {
        UNKNOWN,
        VENDOR,
        AWS,
        OURS
    }

    /**
     * An account that was found.
     *
     * @param name the owner's; empty if unknown
     * @param source where the owner is known from; empty for our own and the unknown
     * @param references how often it is named
     * @param denied whether it is named only in statements that deny
     * @param where each place; for our own accounts left out unless asked for
     */
    public record Account(
            String id, Owner owner, String name, String source, long references, boolean denied, List<Place> where) {}

    /**
     * Where an account is named.
     *
     * @param holder the account whose asset names it
     * @param column the path of the column
     * @param value what stands there
     * @param statement Sid or place of the policy's statement; empty outside policies, as are effect, element and conditions
     */
    public record Place(
            String holder,
            String region,
            String arn,
            String type,
            String column,
            String value,
            String statement,
            String effect,
            String element,
            String conditions) {}

    /**
     * All accounts found, the unknown first.
     *
     * @param placesOfOurs whether to list where our own accounts name each other, which may be much
     */
    public static List<Account> of(Inventory inventory, boolean placesOfOurs) {
        KnownAccounts known = KnownAccounts.load();
        try (Database database = Database.open()) {
            inventory.attach(database);
            Map<String, String> ours = ours(inventory, database);
            List<Account> accounts = new ArrayList<>();
            database.each(
                    "select account_id, count(*), bool_and(effect = 'Deny') from account_reference group by account_id order by account_id",
                    row -> accounts.add(account(row.getString(1), row.getLong(2), row.getBoolean(3), ours, known)));
            Map<String, List<Place>> places = places(database, accounts, placesOfOurs);
            return accounts.stream()
                    .map(account -> new Account(
                            account.id(),
                            account.owner(),
                            account.name(),
                            account.source(),
                            account.references(),
                            account.denied(),
                            places.getOrDefault(account.id(), List.of())))
                    .sorted(java.util.Comparator.comparing(Account::owner).thenComparing(Account::id))
                    .toList();
        }
    }

    private static Account account(
            String id, long references, boolean denied, Map<String, String> ours, KnownAccounts known) {
        String name = ours.get(id);
        if (name != null) {
            return new Account(id, Owner.OURS, name, "", references, denied, List.of());
        }
        Optional<KnownAccounts.Known> owner = known.of(id);
        return new Account(
                id,
                owner.map(one -> one.aws() ? Owner.AWS : Owner.VENDOR).orElse(Owner.UNKNOWN),
                owner.map(KnownAccounts.Known::name).orElse(""),
                owner.map(KnownAccounts.Known::source).orElse(""),
                references,
                denied,
                List.of());
    }

    /** Those of the scan's scope, and all that the organization lists. */
    private static Map<String, String> ours(Inventory inventory, Database database) {
        Map<String, String> ours = new LinkedHashMap<>();
        List<String> tables = List.of("aws_organizations_account");
        inventory.snapshot().attach(database, inventory.schemas(), tables);
        database.each("select id, coalesce(name, '') from aws_organizations_account where id is not null", row -> {
            ours.put(row.getString(1), row.getString(2));
            return true;
        });
        for (Manifest.Account account : inventory.snapshot().manifest().accounts()) {
            ours.put(account.id(), account.name());
        }
        return ours;
    }

    private static Map<String, List<Place>> places(Database database, List<Account> accounts, boolean placesOfOurs) {
        Set<String> wanted = new HashSet<>();
        accounts.stream()
                .filter(account -> placesOfOurs || account.owner() != Owner.OURS)
                .forEach(account -> wanted.add(account.id()));
        Map<String, List<Place>> places = new LinkedHashMap<>();
        if (wanted.isEmpty()) {
            return places;
        }
        database.each(
                "select account_id, holder_account_id, region, arn, type, column_path, value, statement, effect, element, conditions"
                        + " from account_reference where account_id in ("
                        + String.join(
                                ", ", wanted.stream().sorted().map(Sql::text).toList())
                        + ") order by account_id, holder_account_id, arn, column_path, statement, element",
                row -> places.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(new Place(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                row.getString(10),
                                row.getString(11))));
        return places;
    }
}
