package io.plumbline.assess;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The accounts in scope as relations for SQL: all ACTIVE ones, and for each rule {@code param}, a row per account that was entered. */
final class Accounts {
    /** ACTIVE accounts: account_id, account_name, entered, ou_words (ids and names of the units they are in). */
    static final String TABLE = "plumbline_account";

    /** Accounts with values of their own for the rule that runs: account_id and its parameters, null where they are as everywhere. */
    private static final String OWN = "plumbline_own_setting";

    private static final String ACCOUNT = "account_id";

    private record Row(
            @JsonProperty("account_id") String id,
            @JsonProperty("account_name") String name,
            boolean entered,
            @JsonProperty("ou_words") List<String> words) {}

    private final Manifest manifest;
    private final Instant now;
    private final Map<String, Boolean> entered;

    Accounts(Manifest manifest, Instant now) {
        this.manifest = manifest;
        this.now = now;
        this.entered = manifest.accounts().stream()
                .filter(account -> account.status().equals("ACTIVE"))
                .collect(Collectors.toMap(Manifest.Account::id, Manifest.Account::entered));
    }

    /** Makes {@link #TABLE}. One literal of JSON: thousands of rows as SQL would take longer to parse than the rules to run. */
    void create(Database database) {
        List<Row> rows = manifest.accounts().stream()
                .filter(account -> account.status().equals("ACTIVE"))
                .map(account -> new Row(account.id(), account.name(), account.entered(), words(account)))
                .toList();
        database.execute("create or replace table " + TABLE + " as select unnest(from_json("
                + SqlValues.text(JsonText.of(rows))
                + ", '[{\"account_id\": \"VARCHAR\", \"account_name\": \"VARCHAR\", \"entered\": \"BOOLEAN\","
                + " \"ou_words\": [\"VARCHAR\"]}]'), recursive := true)");
    }

    private static List<String> words(Manifest.Account account) {
        return Stream.concat(account.ous().stream(), account.ouIds().stream()).toList();
    }

    /** Whether an account is one of these. */
    boolean active(String account) {
        return entered.containsKey(account);
    }

    /** Whether an account is one of these and was entered. */
    boolean entered(String account) {
        return entered.getOrDefault(account, false);
    }

    /**
     * Makes {@code param} for a rule, on the connection that runs it. What an account or its units have of their own is joined: as a
     * CASE, thousands of accounts would make an expression that takes longer than the rule.
     */
    void param(Database connection, Rule rule, RuleSettings settings) {
        boolean differ = settings.differ(rule);
        if (differ) {
            connection.execute(own(rule, settings));
        }
        String values = rule.parameters().values().stream()
                .map(parameter -> ", " + column(rule, parameter, settings, differ))
                .collect(Collectors.joining());
        connection.execute("create or replace temp view param as select a.account_id, "
                + SqlValues.text(manifest.partition()) + "::varchar as partition, " + SqlValues.moment(now) + " as now"
                + values + " from " + TABLE + " a"
                + (differ ? " left join " + OWN + " o on o.account_id = a.account_id" : "") + " where a.entered");
    }

    private static String column(Rule rule, Parameter parameter, RuleSettings settings, boolean differ) {
        String general = RuleSettings.literal(rule, parameter, settings.value(rule, parameter));
        String name = Sql.name(parameter.name());
        return (differ ? "coalesce(o." + name + ", " + general + ")" : general) + " as " + name;
    }

    /** Every value of the accounts in which one differs from what holds for all. */
    private String own(Rule rule, RuleSettings settings) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Manifest.Account account : manifest.accounts()) {
            AccountPlace place = AccountPlace.of(account);
            Map<String, Object> row = new LinkedHashMap<>();
            rule.parameters().values().forEach(parameter -> {
                Object value = settings.value(rule, parameter, place);
                if (!value.equals(settings.value(rule, parameter))) {
                    RuleSettings.checkValue(rule, parameter.name(), value);
                    row.put(parameter.name(), value);
                }
            });
            if (!row.isEmpty()) {
                row.put(ACCOUNT, account.id());
                rows.add(row);
            }
        }
        Map<String, Object> types = new LinkedHashMap<>();
        types.put(ACCOUNT, "VARCHAR");
        rule.parameters()
                .values()
                .forEach(parameter -> types.put(
                        parameter.name(),
                        switch (parameter.type()) {
                            case TEXTS -> List.of("VARCHAR");
                            case INTEGER, BOOLEAN, TEXT -> parameter.type().sqlType();
                        }));
        return "create or replace temp table " + OWN + " as select one.* from (select unnest(from_json("
                + SqlValues.text(JsonText.of(rows)) + ", " + SqlValues.text(JsonText.of(List.of(types)))
                + ")) as one)";
    }
}
