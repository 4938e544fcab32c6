package io.plumbline.cli;

import io.plumbline.inventory.Inventory;
import io.plumbline.inventory.Stats;
import io.plumbline.report.PlainText;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline stats}. */
@Command(
        name = "stats",
        description = {
            "Count assets by account, region and type, and say which regions are used and by what.",
            "Default VPCs and the like, and settings that every region has, do not make a region used."
        },
        footer = {"", "Example: plumbline stats --format json"})
final class StatsCommand implements Callable<Integer> {
    @Mixin
    private final InventoryOptions options = new InventoryOptions();

    @Mixin
    private final TextFormatOption format = new TextFormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Inventory inventory = options.inventory(spec.commandLine().getErr());
        Stats stats = Stats.of(inventory);
        PrintWriter out = spec.commandLine().getOut();
        switch (format.chosen()) {
            case json -> out.println(JsonMapper.shared().writeValueAsString(json(inventory, stats)));
            case table -> print(inventory, stats, out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static Map<String, Object> json(Inventory inventory, Stats stats) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("snapshot", inventory.snapshot().manifest().id());
        json.put("total", stats.total());
        json.put("accounts", stats.accounts());
        json.put("regions", stats.regions().stream().map(StatsCommand::json).toList());
        json.put("types", stats.types());
        return json;
    }

    private static Map<String, Object> json(Stats.RegionCount region) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("region", region.region());
        json.put("used", region.used());
        json.put("assets", region.assets());
        json.put("made", region.made());
        json.put("accounts", region.accounts());
        json.put("by", region.by());
        json.put("gaps", region.gaps());
        return json;
    }

    private static void print(Inventory inventory, Stats stats, PrintWriter out) {
        out.println(PlainText.number(stats.total()) + " assets in snapshot "
                + inventory.snapshot().manifest().id());
        out.println();
        TextTable accounts = new TextTable("ACCOUNT", "NAME", "ASSETS", "TYPES", "REGIONS", "NOT READ");
        stats.accounts()
                .forEach(one -> accounts.add(
                        one.accountId(), one.name(), one.assets(), one.types(), one.regions(), one.gaps()));
        accounts.print(out);
        out.println();
        TextTable regions = new TextTable("REGION", "USED", "ACCOUNTS", "ASSETS", "MADE", "NOT READ", "BY");
        stats.regions()
                .forEach(one -> regions.add(
                        one.region(), used(one), one.accounts(), one.assets(), one.made(), one.gaps(), by(one.by())));
        regions.print(out);
        out.println();
        TextTable types = new TextTable("TYPE", "ASSETS", "ACCOUNTS", "REGIONS");
        stats.types().forEach(one -> types.add(one.type(), one.assets(), one.accounts(), one.regions()));
        types.print(out);
    }

    private static String used(Stats.RegionCount region) {
        return region.used() ? "yes" : region.gaps() > 0 ? "unknown" : "no";
    }

    private static String by(List<String> types) {
        String first = String.join(
                ", ",
                types.subList(0, Math.min(3, types.size())).stream()
                        .map(type -> type.replaceFirst("^aws_", ""))
                        .toList());
        return types.size() > 3 ? first + " and " + (types.size() - 3) + " more" : first;
    }
}
