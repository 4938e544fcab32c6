package io.plumbline.cli;

import io.plumbline.inventory.Inventory;
import io.plumbline.inventory.Trust;
import io.plumbline.report.PlainText;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline trust}. */
@Command(
        name = "trust",
        description = {
            "List every account that policies, peerings, shares and other settings name: ours, a known vendor's, AWS's own, or unknown.",
            "With --fail-on unknown the exit code is 3 if an unknown account is named other than in a statement that denies."
        },
        footer = {"", "Example: plumbline trust --fail-on unknown"})
final class TrustCommand implements Callable<Integer> {
    private static final int PLACES = 10;

    /** What may fail a build. */
    enum FailOn {
        unknown
    }

    @Mixin
    private final InventoryOptions options = new InventoryOptions();

    @Option(
            names = "--fail-on",
            paramLabel = "OWNER",
            description = "unknown: exit code 3 if an unknown account is trusted.")
    private List<FailOn> failOn = List.of();

    @Option(
            names = "--all",
            description = "Also list where our own accounts name each other, and every place of each account.")
    private boolean all;

    @Mixin
    private final RowsFormatOption format = new RowsFormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Inventory inventory = options.inventory(spec.commandLine().getErr());
        List<Trust.Account> accounts = Trust.of(inventory, all);
        PrintWriter out = spec.commandLine().getOut();
        switch (format.chosen()) {
            case json -> {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("snapshot", inventory.snapshot().manifest().id());
                json.put("accounts", accounts);
                out.println(JsonMapper.shared().writeValueAsString(json));
            }
            case csv -> csv(accounts, out);
            case table -> print(accounts, out);
        }
        out.flush();
        boolean unknown =
                accounts.stream().anyMatch(account -> account.owner() == Trust.Owner.UNKNOWN && !account.denied());
        return unknown && !failOn.isEmpty() ? ExitCode.FAILED_UNIT : ExitCode.DONE;
    }

    private static void csv(List<Trust.Account> accounts, PrintWriter out) {
        CsvRows.print(
                out,
                List.of(
                        "account_id",
                        "owner",
                        "name",
                        "holder",
                        "region",
                        "arn",
                        "type",
                        "column",
                        "value",
                        "statement",
                        "effect",
                        "element",
                        "conditions"),
                accounts.stream()
                        .flatMap(account -> account.where().stream()
                                .<List<?>>map(place -> List.of(
                                        account.id(),
                                        word(account.owner()),
                                        account.name(),
                                        place.holder(),
                                        place.region(),
                                        place.arn(),
                                        place.type(),
                                        place.column(),
                                        place.value(),
                                        place.statement(),
                                        place.effect(),
                                        place.element(),
                                        place.conditions())))
                        .toList());
    }

    private static String word(Trust.Owner owner) {
        return owner.name().toLowerCase(Locale.ROOT);
    }

    private void print(List<Trust.Account> accounts, PrintWriter out) {
        for (Trust.Account account : accounts) {
            out.println(PlainText.left(account.owner().name(), 8) + account.id()
                    + (account.name().isEmpty() ? "" : "  " + PlainText.clean(account.name()))
                    + (account.source().isEmpty() ? "" : " (" + account.source() + ")") + "  named "
                    + PlainText.number(account.references()) + (account.references() == 1 ? " time" : " times")
                    + (account.denied() ? ", only to be denied" : ""));
            List<Trust.Place> places = all
                    ? account.where()
                    : account.where()
                            .subList(0, Math.min(PLACES, account.where().size()));
            places.forEach(place -> print(place, out));
            if (places.size() < account.where().size()) {
                out.println("  and " + PlainText.number(account.where().size() - places.size())
                        + " more; --all shows them");
            }
        }
        if (accounts.isEmpty()) {
            out.println("No account names another.");
        }
    }

    private static void print(Trust.Place place, PrintWriter out) {
        out.println("  " + PlainText.clean(place.arn())
                + (place.arn().contains(place.holder()) ? "" : "  in " + place.holder()));
        String what = place.column() + ": "
                + (place.element().isEmpty()
                        ? place.value()
                        : place.effect() + " " + place.element() + " " + place.value() + ", " + place.statement())
                + (place.conditions().isEmpty() ? "" : ", if " + place.conditions());
        PlainText.wrap(what, TextTable.WIDTH - 4).forEach(line -> out.println("    " + line));
    }
}
