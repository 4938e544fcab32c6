package io.plumbline.assess;

import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Sql;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The accounts in scope as relations for SQL: all ACTIVE ones, and for each rule {@code param}, a row per account that was entered. */
final class Accounts {
    /** ACTIVE accounts: account_id, account_name, entered, ou_words (ids and names of the units they are in). */
    static final String TABLE = "plumbline_account";

    private final Database database;
    private final Manifest manifest;
    private final Instant now;

    Accounts(Database database, Manifest manifest, Instant now) {
        this.database = database;
        this.manifest = manifest;
        this.now = now;
    }

    void create() {
        List<String> rows = manifest.accounts().stream()
                .filter(account -> account.status().equals("ACTIVE"))
                .map(account -> "(" + SqlValues.text(account.id()) + ", " + SqlValues.text(account.name()) + ", "
                        + account.entered() + ", " + SqlValues.texts(words(account)) + ")")
                .toList();
        database.execute("create or replace temp table " + TABLE + " as "
                + SqlValues.rows(
                        List.of("account_id VARCHAR", "account_name VARCHAR", "entered BOOLEAN", "ou_words VARCHAR[]"),
                        rows));
    }

    private static List<String> words(Manifest.Account account) {
        return java.util.stream.Stream.concat(account.ous().stream(), account.ouIds().stream())
                .toList();
    }

    /** Makes {@code param} for a rule. */
    void param(Rule rule, RuleSettings settings) {
        String own = rule.parameters().values().stream()
                .map(parameter -> ", " + value(rule, parameter, settings) + " as " + Sql.name(parameter.name()))
                .collect(Collectors.joining());
        database.execute("create or replace view main.param as select account_id, "
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
