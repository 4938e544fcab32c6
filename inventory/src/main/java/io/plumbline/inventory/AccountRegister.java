package io.plumbline.inventory;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.Snapshot;
import io.plumbline.snapshot.SnapshotStore;
import io.plumbline.snapshot.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The register of accounts: who owns each, how to reach them, what rules it and how well it is known. */
public final class AccountRegister {
    private static final List<String> TABLES =
            List.of("aws_account", "aws_organizations_account", "aws_organizations_policy");

    /** Keys of tags that name who answers for an account. */
    private static final Pattern OWNER = Pattern.compile(
            "(?i).*(owner|team|contact|cost.?cent(er|re)|department|business.?unit|division|project|environment|\\benv\\b).*");

    private AccountRegister() {}

    /**
     * One account.
     *
     * @param state as AWS Organizations says
     * @param email of the root user; empty if it was not read
     * @param ouPath names of the organizational units, from the root down, with slashes between
     * @param contacts by kind: primary, security, operations, billing
     * @param ownerTags tags that name an owner, a team, a cost centre and the like
     * @param policies service control policies that apply, with where they are attached; empty and {@code policiesRead} false if unknown
     * @param lastScan id of the newest snapshot in the home that entered the account
     * @param gaps how many cells of it could not be read in this snapshot
     */
    public record Account(
            String id,
            String name,
            String state,
            String email,
            String ouPath,
            boolean management,
            Map<String, String> contacts,
            Map<String, String> ownerTags,
            boolean policiesRead,
            List<Policy> policies,
            boolean entered,
            Optional<String> lastScan,
            long gaps) {}

    /** A service control policy; {@code inheritedFrom} is empty where it is attached to the account itself. */
    public record Policy(String name, String arn, Optional<String> inheritedFrom) {}

    private record Row(String accountId, String json) {}

    /** The register as a snapshot shows it, ordered as the organization is. */
    public static List<Account> of(Snapshot snapshot, Schemas schemas, SnapshotStore store) {
        try (Database database = Database.open()) {
            snapshot.attach(database, schemas, TABLES);
            Map<String, JsonNode> own = rows(database, "select account_id, to_json(r)::varchar from aws_account r");
            Map<String, JsonNode> organization =
                    rows(database, "select id, to_json(r)::varchar from aws_organizations_account r");
            Map<String, Long> gaps = new HashMap<>();
            database.query(
                    "select account_id, count(distinct (region, table_name)) from journal where status <> 'read' group by account_id",
                    row -> gaps.put(row.getString(1), row.getLong(2)));
            Map<String, List<Attached>> policies = policies(database);
            boolean read = !policies.isEmpty()
                    || snapshot.manifest().tables().containsKey("aws_organizations_policy")
                            && database.number(
                                            "select count(*) from journal where table_name = 'aws_organizations_policy'"
                                                    + " and status = 'read'")
                                    > 0;
            Map<String, String> scans = lastScans(store);
            JsonNode nothing = JsonMapper.shared().createObjectNode();
            return snapshot.manifest().accounts().stream()
                    .map(account -> account(
                            account,
                            own.getOrDefault(account.id(), nothing),
                            organization.getOrDefault(account.id(), nothing),
                            read,
                            policies,
                            Optional.ofNullable(scans.get(account.id())),
                            gaps.getOrDefault(account.id(), 0L)))
                    .toList();
        }
    }

    private static Map<String, JsonNode> rows(Database database, String sql) {
        return database.query(sql, row -> new Row(row.getString(1), row.getString(2))).stream()
                .collect(Collectors.toMap(
                        Row::accountId, row -> JsonMapper.shared().readTree(row.json()), (first, second) -> first));
    }

    private record Attached(String target, Policy policy) {}

    private static Map<String, List<Attached>> policies(Database database) {
        return database
                .query(
                        "select t.target_id, name, arn, t.name from (select name, arn, unnest(targets) as t from aws_organizations_policy"
                                + " where type = " + Sql.text("SERVICE_CONTROL_POLICY") + ") order by name",
                        row -> new Attached(
                                row.getString(1),
                                new Policy(
                                        row.getString(2),
                                        row.getString(3),
                                        Optional.of(Optional.ofNullable(row.getString(4))
                                                .orElse(row.getString(1))))))
                .stream()
                .collect(Collectors.groupingBy(Attached::target));
    }

    /** Snapshots that cannot be opened say nothing of when an account was read; `plumbline snapshots` tells of them. */
    private static Map<String, String> lastScans(SnapshotStore store) {
        Map<String, String> scans = new HashMap<>();
        for (String id : store.ids()) {
            try {
                store.get(id).manifest().accounts().stream()
                        .filter(Manifest.Account::entered)
                        .forEach(account -> scans.put(account.id(), id));
            } catch (io.plumbline.model.BadInput e) {
                continue;
            }
        }
        return scans;
    }

    private static Account account(
            Manifest.Account account,
            JsonNode own,
            JsonNode organization,
            boolean policiesRead,
            Map<String, List<Attached>> policies,
            Optional<String> lastScan,
            long gaps) {
        return new Account(
                account.id(),
                account.name(),
                account.status(),
                Stream.of(own, organization)
                        .map(row -> row.path("email").asString(""))
                        .filter(email -> !email.isEmpty())
                        .findFirst()
                        .orElse(""),
                String.join("/", account.ous()),
                own.path("management").asBoolean(false),
                contacts(own),
                ownerTags(own, organization),
                policiesRead,
                applying(account, policies),
                account.entered(),
                lastScan,
                gaps);
    }

    private static List<Policy> applying(Manifest.Account account, Map<String, List<Attached>> policies) {
        List<Policy> applying = new ArrayList<>();
        for (String unit : account.ouIds()) {
            policies.getOrDefault(unit, List.of()).forEach(attached -> applying.add(attached.policy()));
        }
        policies.getOrDefault(account.id(), List.of())
                .forEach(attached -> applying.add(
                        new Policy(attached.policy().name(), attached.policy().arn(), Optional.empty())));
        return applying;
    }

    private static Map<String, String> contacts(JsonNode own) {
        Map<String, Function<JsonNode, String>> kinds = new TreeMap<>(Map.of(
                "primary", row -> words(row.path("contact_information"), "full_name", "company_name"),
                "security", row -> words(row.path("security_contact"), "name", "email_address"),
                "operations", row -> words(row.path("operations_contact"), "name", "email_address"),
                "billing", row -> words(row.path("billing_contact"), "name", "email_address")));
        Map<String, String> contacts = new TreeMap<>();
        kinds.forEach((kind, text) -> {
            String found = text.apply(own);
            if (!found.isEmpty()) {
                contacts.put(kind, found);
            }
        });
        return contacts;
    }

    private static String words(JsonNode contact, String... fields) {
        return Stream.of(fields)
                .map(field -> contact.path(field).asString(""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> ownerTags(JsonNode... rows) {
        Map<String, String> tags = new TreeMap<>();
        for (JsonNode row : rows) {
            row.path("tags")
                    .propertyStream()
                    .filter(tag -> OWNER.matcher(tag.getKey()).matches())
                    .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asString("")));
        }
        return tags;
    }
}
