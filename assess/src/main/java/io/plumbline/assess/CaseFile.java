package io.plumbline.assess;

import io.plumbline.model.Partition;
import io.plumbline.model.Status;
import io.plumbline.snapshot.CellStatus;
import io.plumbline.snapshot.JournalEntry;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Schemas;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code cases.yaml}, strictly: what a case does not say is filled in as a scan would have it. */
final class CaseFile {
    static final String ACCOUNT = "111122223333";
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

    private final Rule rule;
    private final String text;
    private final Catalog catalog;
    private final CaseRows rows;

    /** A rule's own cases. */
    CaseFile(Rule rule, Catalog catalog, Schemas schemas) {
        this(rule, rule.cases(), catalog, schemas);
    }

    /** Cases for a rule, from elsewhere. */
    CaseFile(Rule rule, String text, Catalog catalog, Schemas schemas) {
        this.rule = rule;
        this.text = text;
        this.catalog = catalog;
        this.rows = new CaseRows(schemas);
    }

    private YamlMap file() {
        return YamlMap.read(rule.origin() + "/cases.yaml", text, "cases", "cannot");
    }

    List<RuleCase> cases() {
        List<RuleCase> cases = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (YamlMap one : file().list(
                        "cases",
                        "name",
                        "now",
                        "partition",
                        "parameters",
                        "account",
                        "accounts",
                        "tables",
                        "unread",
                        "not_asked",
                        "exceptions",
                        "attestations",
                        "expect",
                        "repairs")) {
            if (!names.add(one.text("name"))) {
                throw one.wrong("name", "'" + one.text("name") + "' stands here twice.");
            }
            cases.add(read(one));
        }
        return cases;
    }

    /** Statuses of PASS, FAIL and UNKNOWN that no case expects, although the file does not say that the rule cannot give them. */
    List<String> lacking() {
        YamlMap file = file();
        Set<String> lacking = new LinkedHashSet<>(List.of("PASS", "FAIL", "UNKNOWN"));
        file.map("cannot", "PASS", "FAIL", "UNKNOWN")
                .ifPresent(cannot -> cannot.keys().forEach(status -> {
                    cannot.text(status);
                    lacking.remove(status);
                }));
        cases().forEach(one ->
                one.expect().forEach(unit -> lacking.remove(unit.status().name())));
        return List.copyOf(lacking);
    }

    private RuleCase read(YamlMap yaml) {
        Partition partition = new Partition(yaml.optionalText("partition").orElse("aws"));
        Instant now = yaml.has("now") ? yaml.moment("now") : NOW;
        List<Manifest.Account> accounts = accounts(yaml);
        if (!yaml.has("expect")) {
            throw yaml.wrong("the key 'expect' is missing; 'expect: []' means that no unit comes out.");
        }
        return new RuleCase(
                yaml.text("name"),
                now,
                partition.id(),
                parameters(yaml),
                accounts,
                rows.read(yaml, partition, now, accounts),
                unread(yaml, partition),
                Set.copyOf(yaml.texts("not_asked")),
                WaiverFile.of(yaml.list("exceptions", WaiverFile.keys()), catalog),
                AttestationFile.of(yaml.list("attestations", AttestationFile.keys()), catalog),
                yaml
                        .list(
                                "expect",
                                "account",
                                "unit",
                                "status",
                                "reason",
                                "warnings",
                                "asset",
                                "region",
                                "exception",
                                "inherited_from",
                                "evidence")
                        .stream()
                        .map(CaseFile::expected)
                        .toList(),
                CaseRepairs.read(yaml, partition));
    }

    private Map<String, Object> parameters(YamlMap yaml) {
        Map<String, Object> values = new LinkedHashMap<>();
        yaml.anyMap("parameters")
                .ifPresent(map -> map.keys().forEach(name -> {
                    Parameter parameter = rule.parameters().get(name);
                    if (parameter == null) {
                        throw map.wrong(
                                name,
                                "is no parameter of this rule. "
                                        + Nearest.hint(name, rule.parameters().keySet()));
                    }
                    values.put(name, RuleReader.value(map, name, parameter.type()));
                }));
        return values;
    }

    private static List<Manifest.Account> accounts(YamlMap yaml) {
        Map<String, Manifest.Account> accounts = new LinkedHashMap<>();
        if (!yaml.optionalText("account").orElse("").equals("none")) {
            accounts.put(
                    ACCOUNT, new Manifest.Account(ACCOUNT, "main", "ACTIVE", true, List.of(), List.of(), List.of()));
        }
        yaml.anyMap("accounts")
                .ifPresent(map -> map.maps("entered", "name", "status", "ous", "ou_ids")
                        .forEach((id, one) -> accounts.put(
                                id,
                                new Manifest.Account(
                                        id,
                                        one.optionalText("name").orElse(id),
                                        one.optionalText("status").orElse("ACTIVE"),
                                        one.truth("entered", true),
                                        one.texts("ous"),
                                        one.texts("ou_ids"),
                                        List.of()))));
        return List.copyOf(accounts.values());
    }

    private List<JournalEntry> unread(YamlMap yaml, Partition partition) {
        return yaml.list("unread", "table", "column", "account", "region", "action", "code", "message").stream()
                .map(one -> new JournalEntry(
                        one.optionalText("account").orElse(ACCOUNT),
                        one.optionalText("region").orElse(CaseRows.region(one.text("table"), partition)),
                        rows.known(one, one.text("table")).name(),
                        one.optionalText("column").orElse(""),
                        one.text("action"),
                        CellStatus.DENIED,
                        1,
                        0,
                        1,
                        0,
                        one.text("code"),
                        one.optionalText("message").orElse("")))
                .toList();
    }

    private static RuleCase.Expected expected(YamlMap yaml) {
        Optional<Optional<String>> asset = !yaml.has("asset")
                ? Optional.empty()
                : Optional.of(yaml.plain("asset") == null ? Optional.empty() : Optional.of(yaml.text("asset")));
        return new RuleCase.Expected(
                yaml.optionalText("account").orElse(ACCOUNT),
                yaml.oneOrMore("unit").stream().findFirst().orElseThrow(() -> yaml.wrong("the key 'unit' is missing.")),
                yaml.capitals("status", Status.class),
                yaml.optionalText("reason"),
                yaml.has("warnings") ? Optional.of(yaml.texts("warnings")) : Optional.empty(),
                asset,
                yaml.optionalText("region"),
                yaml.optionalText("exception"),
                yaml.optionalText("inherited_from"),
                yaml.oneOrMore("evidence"));
    }
}
