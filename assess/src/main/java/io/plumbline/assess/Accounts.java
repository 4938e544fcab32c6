package io.plumbline.assess;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The accounts in scope as relations for SQL: all ACTIVE ones, and for each rule {@code param}, a row per account that was entered. */
final class Accounts {
    /** ACTIVE accounts: account_id, account_name, entered, ou_words (ids and names of the units they are in). */
    static final String TABLE = "plumbline_account";

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

    /** Makes {@code param} for a rule, on the connection that runs it. */
    void param(Database connection, Rule rule, RuleSettings settings) {
        String own = rule.parameters().values().stream()
                .map(parameter -> ", " + value(rule, parameter, settings) + " as " + Sql.name(parameter.name()))
                .collect(Collectors.joining());
        connection.execute("create or replace temp view param as select account_id, "
                + SqlValues.text(manifest.partition()) + "::varchar as partition, " + SqlValues.moment(now) + " as now"
                + own + " from " + TABLE + " where entered");
    }

    private String value(Rule rule, Parameter parameter, RuleSettings settings) {
        String general = RuleSettings.literal(rule, parameter, settings.value(rule, parameter));
        String special = settings.accounts().keySet().stream()
                .sorted()
                .flatMap(account -> settings.value(rule, parameter, account).stream()
                        .map(value -> " when " + SqlValues.text(account) + " then "
                                + RuleSettings.literal(rule, parameter, value)))
                .collect(Collectors.joining());
        return special.isEmpty() ? general : "case account_id" + special + " else " + general + " end";
    }
}
