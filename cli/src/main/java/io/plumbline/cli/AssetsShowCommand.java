package io.plumbline.cli;

import io.plumbline.aws.AwsTypes;
import io.plumbline.inventory.AssetView;
import io.plumbline.inventory.Inventory;
import io.plumbline.inventory.Timeline;
import io.plumbline.report.PlainText;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline assets show ARN}. */
@Command(
        name = "show",
        description =
                "Show one asset: its configuration, its tags, what it names and what names it, and what became of it.",
        footer = {"", "Example: plumbline assets show arn:aws:s3:::my-bucket"})
final class AssetsShowCommand implements Callable<Integer> {
    @Mixin
    private final InventoryOptions options = new InventoryOptions();

    @Parameters(paramLabel = "ARN", description = "The ARN, or its last part (vpc-0a1b…) if no other asset's ends so.")
    @SuppressWarnings("NullAway.Init")
    private String arn;

    @Mixin
    private final TextFormatOption format = new TextFormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Inventory inventory = options.inventory(spec.commandLine().getErr());
        AssetView asset = AssetView.of(inventory, arn);
        List<Timeline.Entry> timeline = Timeline.of(options.store(), AwsTypes.load(), asset.arn());
        PrintWriter out = spec.commandLine().getOut();
        switch (format.chosen()) {
            case json -> {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("snapshot", inventory.snapshot().manifest().id());
                json.put("asset", asset);
                json.put("timeline", timeline);
                out.println(JsonMapper.shared().writeValueAsString(json));
            }
            case table -> print(asset, timeline, out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static void print(AssetView asset, List<Timeline.Entry> timeline, PrintWriter out) {
        out.println(PlainText.clean(asset.arn()));
        field(out, "type", asset.type());
        field(out, "name", asset.name());
        field(out, "account", asset.accountId());
        field(out, "region", asset.region());
        asset.created().ifPresent(created -> field(out, "created", created));
        field(out, "read", asset.collectedAt());
        if (!asset.tags().isEmpty()) {
            out.println("\nTags");
            asset.tags().forEach((key, value) -> field(out, key, value));
        }
        asset.configuration().forEach((table, configuration) -> {
            out.println("\nConfiguration (" + table + ")");
            fields("", configuration, out);
            List<String> unread = asset.unread().getOrDefault(table, List.of());
            unread.forEach(column -> field(out, column, "not read"));
        });
        relations(out, "Names", asset.refersTo());
        relations(out, "Named by", asset.referredToBy());
        out.println("\nTimeline");
        TimelineLines.of(timeline).forEach(line -> out.println("  " + line));
    }

    private static void relations(PrintWriter out, String heading, List<AssetView.Relation> relations) {
        if (!relations.isEmpty()) {
            out.println("\n" + heading);
            relations.forEach(relation -> out.println(
                    "  " + PlainText.clean(relation.arn()) + "  (" + PlainText.clean(relation.kind()) + ")"));
        }
    }

    private static void fields(String path, JsonNode node, PrintWriter out) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> fields(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), out));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                fields(path + "[" + i + "]", node.get(i), out);
            }
        } else if (!node.isNull()
                && !path.equals("name")
                && !path.startsWith("tags.")
                && !path.startsWith("aws_tags[")) {
            field(out, path, node.asString());
        }
    }

    /** Long texts go on in lines of their own, under the value. */
    private static void field(PrintWriter out, String name, String value) {
        int room = Math.max(40, TextTable.WIDTH - 36);
        List<String> lines = PlainText.wrap(value, room);
        String label = PlainText.clean(name);
        if (PlainText.width(label) > 32) {
            out.println("  " + label);
            label = "";
        }
        for (String line : lines) {
            out.println(("  " + PlainText.left(label, 32) + "  " + line).stripTrailing());
            label = "";
        }
    }
}
