package io.plumbline.cli;

import io.plumbline.aws.AwsTypes;
import io.plumbline.inventory.Timeline;
import io.plumbline.report.PlainText;
import io.plumbline.snapshot.SnapshotStore;
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
import tools.jackson.databind.json.JsonMapper;

/** {@code plumbline assets timeline ARN}. */
@Command(
        name = "timeline",
        description =
                "Show what became of an asset over all snapshots of the home: first seen, each change, gone; or not read.",
        footer = {"", "Example: plumbline assets timeline arn:aws:iam::111122223333:role/deploy"})
final class AssetsTimelineCommand implements Callable<Integer> {
    @Mixin
    private final Home home = new Home();

    @Parameters(paramLabel = "ARN", description = "The whole ARN; it need not be in the newest snapshot.")
    @SuppressWarnings("NullAway.Init")
    private String arn;

    @Mixin
    private final TextFormatOption format = new TextFormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Timeline.Entry> timeline = Timeline.of(new SnapshotStore(home.path()), AwsTypes.load(), arn);
        PrintWriter out = spec.commandLine().getOut();
        switch (format.chosen()) {
            case json -> {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("arn", arn);
                json.put("timeline", timeline);
                out.println(JsonMapper.shared().writeValueAsString(json));
            }
            case table -> {
                out.println(PlainText.clean(arn));
                TimelineLines.of(timeline).forEach(line -> out.println("  " + line));
            }
        }
        out.flush();
        return ExitCode.DONE;
    }
}
