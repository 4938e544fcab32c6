package io.plumbline.cli;

import io.plumbline.inventory.AssetSearch;
import io.plumbline.inventory.Inventory;
import io.plumbline.report.PlainText;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline assets search TEXT}. */
@Command(
        name = "search",
        description = {
            "Find assets by an id, ARN, name, address, tag or any other text in them.",
            "Several words must all be there. Whole words come before beginnings of words, and those before what stands within a word;"
                    + " what stands in a name or ARN comes first."
        },
        footer = {"", "Example: plumbline assets search orders prod --type aws_sqs_queue"})
final class AssetsSearchCommand implements Callable<Integer> {
    @Mixin
    private final InventoryOptions options = new InventoryOptions();

    @Parameters(arity = "0..*", paramLabel = "TEXT", description = "What to look for.")
    private List<String> words = List.of();

    @Option(
            names = "--type",
            split = ",",
            paramLabel = "TABLE",
            description = "Only these types, such as aws_iam_role; a star at the end stands for all that begin so.")
    private List<String> types = List.of();

    @Option(names = "--account", split = ",", paramLabel = "ID", description = "Only in these accounts.")
    private List<String> accounts = List.of();

    @Option(names = "--region", split = ",", paramLabel = "REGION", description = "Only in these regions; or global.")
    private List<String> regions = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Hits at most (default: ${DEFAULT-VALUE}).",
            defaultValue = "25")
    private int limit;

    @Mixin
    private final RowsFormatOption format = new RowsFormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit: at least one hit is wanted.");
        }
        PrintWriter err = spec.commandLine().getErr();
        Inventory inventory = options.inventory(err);
        AssetSearch.Answer answer;
        try (AssetSearch search = AssetSearch.open(inventory)) {
            answer = search.ask(new AssetSearch.Question(String.join(" ", words), types, accounts, regions, limit));
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (format.chosen()) {
            case json -> out.println(JsonMapper.shared().writeValueAsString(json(inventory, answer)));
            case csv ->
                CsvRows.print(
                        out,
                        List.of("arn", "type", "account_id", "region", "name", "match"),
                        answer.hits().stream()
                                .<List<?>>map(hit -> List.of(
                                        hit.arn(), hit.type(), hit.accountId(), hit.region(), hit.name(), hit.match()))
                                .toList());
            case table -> print(answer, out);
        }
        out.flush();
        if (answer.hits().isEmpty()) {
            err.println("Nothing found in snapshot "
                    + inventory.snapshot().manifest().id() + ".");
        } else if (answer.total() > answer.hits().size()) {
            err.println("The first " + answer.hits().size() + " of " + PlainText.number(answer.total())
                    + "; --limit N shows more, another word, --type, --account or --region fewer.");
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> json(Inventory inventory, AssetSearch.Answer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("snapshot", inventory.snapshot().manifest().id());
        json.put("total", answer.total());
        json.put("assets", answer.hits());
        return json;
    }

    /** The ARN has a line of its own, since it is what the next command takes. */
    private static void print(AssetSearch.Answer answer, PrintWriter out) {
        for (AssetSearch.Hit hit : answer.hits()) {
            out.println((PlainText.left(PlainText.clean(hit.name().isEmpty() ? "-" : hit.name()), 30) + "  "
                            + PlainText.left(hit.type(), 28) + "  " + hit.accountId() + "  "
                            + PlainText.left(hit.region(), 14) + "  " + hit.match())
                    .stripTrailing());
            out.println("  " + PlainText.clean(hit.arn()));
        }
    }
}
