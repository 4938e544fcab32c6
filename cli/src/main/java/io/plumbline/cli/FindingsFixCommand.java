package io.plumbline.cli;

import io.plumbline.aws.AwsTypes;
import io.plumbline.ledger.FindingDetail;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.Visible;
import io.plumbline.model.BadInput;
import io.plumbline.server.FindingRepairs;
import io.plumbline.server.RepairJson;
import io.plumbline.snapshot.SnapshotStore;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline findings fix ID}. */
@Command(
        name = "fix",
        description = {
            "Show how a finding is repaired: the calls, as lines for a shell, and what they change.",
            "It makes none of them."
        },
        footer = {
            "",
            "Example: plumbline findings fix 0123456789abcdef0123456789abcdef",
            "`plumbline findings --format json` shows the ids."
        })
final class FindingsFixCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The finding's id.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Mixin
    private final Home home = new Home();

    @Mixin
    private final LedgerOption ledger = new LedgerOption();

    @Mixin
    private final CatalogOption catalogs = new CatalogOption();

    @Mixin
    private final TextFormatOption format = new TextFormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (Ledger open = Ledger.of(home.path(), ledger.url())) {
            FindingDetail finding = open.findings()
                    .get(id, Visible.ALL)
                    .orElseThrow(() -> new BadInput(
                            "There is no finding '" + id + "'. `plumbline findings --format json` shows the ids."));
            RepairJson repair = new FindingRepairs(
                            open, new SnapshotStore(home.path()), catalogs.load(), AwsTypes.load())
                    .of(finding);
            PrintWriter out = spec.commandLine().getOut();
            switch (format.chosen()) {
                case json -> out.println(JsonMapper.shared().writeValueAsString(repair));
                case table -> print(finding, repair, out);
            }
            out.flush();
        }
        return ExitCode.DONE;
    }

    private static void print(FindingDetail detail, RepairJson repair, PrintWriter out) {
        out.println(detail.finding().rule() + ": " + detail.finding().unit());
        out.println(detail.finding().reason());
        repair.byHand().ifPresent(why -> part(out, "By hand", why));
        if (repair.older().orElse(false)) {
            part(
                    out,
                    "Old",
                    "This rests on the snapshot of "
                            + repair.asOf().map(Object::toString).orElse("")
                            + ", before the finding was last seen. Scan again before you trust it.");
        }
        repair.note().ifPresent(note -> part(out, "Know first", note));
        if (repair.snapshot().isPresent()) {
            part(out, "Before", pretty(repair.before()));
        }
        if (!repair.calls().isEmpty()) {
            part(out, "After", pretty(repair.after()));
            out.println();
            out.println("Calls (they need " + String.join(", ", repair.actions()) + ")");
            repair.calls().forEach(call -> out.println(call.cli()));
            part(
                    out,
                    "Afterwards",
                    "Scan again: plumbline scan --rules " + repair.rule()
                            + ". The finding is resolved when it passes.");
        } else {
            out.println();
            out.println("Ways by hand: plumbline rules show " + repair.rule());
        }
    }

    private static void part(PrintWriter out, String heading, String text) {
        out.println();
        out.println(heading);
        text.lines().forEach(line -> out.println("  " + line));
    }

    private static String pretty(Optional<JsonNode> piece) {
        return piece.map(JsonNode::toPrettyString).orElse("(nothing)");
    }
}
