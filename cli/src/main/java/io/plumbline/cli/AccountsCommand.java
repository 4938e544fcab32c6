package io.plumbline.cli;

import io.plumbline.aws.AwsTypes;
import io.plumbline.inventory.AccountRegister;
import io.plumbline.report.PlainText;
import io.plumbline.snapshot.Snapshot;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline accounts}. */
@Command(
        name = "accounts",
        description =
                "The register of accounts: owner, contacts, organizational unit, policies, last scan, what could not be read.",
        footer = {
            "",
            "Example: plumbline accounts --format csv > accounts.csv",
            "Contacts and policies are there if the tables aws_account, aws_organizations_account and aws_organizations_policy were"
                    + " collected whole: plumbline scan --types aws_account,aws_organizations*"
        })
final class AccountsCommand implements Callable<Integer> {
    @Mixin
    private final InventoryOptions options = new InventoryOptions();

    @Mixin
    private final RowsFormatOption format = new RowsFormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Snapshot snapshot = options.snapshot();
        List<AccountRegister.Account> accounts = AccountRegister.of(snapshot, AwsTypes.load(), options.store());
        PrintWriter out = spec.commandLine().getOut();
        switch (format.chosen()) {
            case json -> {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("snapshot", snapshot.manifest().id());
                json.put("accounts", accounts);
                out.println(JsonMapper.shared().writeValueAsString(json));
            }
            case csv ->
                CsvRows.print(
                        out,
                        List.of(
                                "account_id",
                                "name",
                                "state",
                                "email",
                                "ou",
                                "management",
                                "contacts",
                                "owner_tags",
                                "policies",
                                "entered",
                                "last_scan",
                                "gaps"),
                        accounts.stream().<List<?>>map(AccountsCommand::row).toList());
            case table -> accounts.forEach(account -> print(account, out));
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static List<?> row(AccountRegister.Account account) {
        return List.of(
                account.id(),
                account.name(),
                account.state(),
                account.email(),
                account.ouPath(),
                account.management(),
                pairs(account.contacts()),
                pairs(account.ownerTags()),
                policies(account),
                account.entered(),
                account.lastScan().orElse(""),
                account.gaps());
    }

    private static String pairs(Map<String, String> map) {
        return map.entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String policies(AccountRegister.Account account) {
        return account.policiesRead()
                ? account.policies().stream()
                        .map(policy -> policy.name()
                                + policy.inheritedFrom()
                                        .map(from -> " (from " + from + ")")
                                        .orElse(""))
                        .collect(Collectors.joining(", "))
                : "not read";
    }

    private static void print(AccountRegister.Account account, PrintWriter out) {
        out.println(PlainText.clean(account.name().isEmpty() ? "-" : account.name()) + " (" + account.id() + ")  "
                + account.state() + (account.management() ? ", management account" : "")
                + (account.entered() ? "" : ", not entered"));
        field(out, "unit", account.ouPath());
        field(out, "root e-mail", account.email());
        field(out, "contacts", pairs(account.contacts()));
        field(out, "owner tags", pairs(account.ownerTags()));
        field(out, "policies", policies(account));
        field(
                out,
                "last scan",
                Optional.of(account.lastScan().orElse("never entered"))
                        .map(scan -> account.gaps() == 0 ? scan : scan + ", " + account.gaps() + " tables not read")
                        .get());
    }

    private static void field(PrintWriter out, String name, String value) {
        String label = name;
        for (String line : PlainText.wrap(value.isEmpty() ? "-" : value, TextTable.WIDTH - 16)) {
            out.println("  " + PlainText.left(label, 12) + "  " + line);
            label = "";
        }
    }
}
