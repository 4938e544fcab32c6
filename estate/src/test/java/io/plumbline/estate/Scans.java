package io.plumbline.estate;

import io.plumbline.aws.AwsTypes;
import io.plumbline.collect.Progress;
import io.plumbline.collect.RecordedAnswer;
import io.plumbline.collect.Recording;
import io.plumbline.collect.ScanRequest;
import io.plumbline.collect.Scanner;
import io.plumbline.collect.WireRequest;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Snapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Scans of the estate in one home, at times that a test chooses, and what came out. */
final class Scans {
    static final AwsTypes TYPES = AwsTypes.load();

    private final Path home;

    Scans(Path home) {
        this.home = home;
    }

    Scanner scanner() {
        return new Scanner(home, TYPES.sources(), TYPES, "test", Progress.none(), question -> "")
                .startingWith("AKIADEMODEMODEMO0000", "demo");
    }

    /** The recorded scan at another time; of some accounts only, if any are named. */
    static ScanRequest request(Front front, Instant now, String... accounts) {
        ScanRequest recorded = front.recording().head().request();
        return new ScanRequest(
                now.toString().replace(':', '-'),
                now,
                recorded.callerRegion(),
                List.of(),
                true,
                List.of(accounts),
                recorded.role(),
                recorded.externalId(),
                recorded.via(),
                List.of(),
                recorded.regions(),
                Set.of(),
                Optional.of(front.url()),
                Optional.empty(),
                false);
    }

    static List<Need> needs(String... tables) {
        return Stream.of(tables).map(Need::of).toList();
    }

    /** Answers in which some text is another. */
    static Function<WireRequest, Optional<Front.Bad>> edited(Map<String, String> edits) {
        Recording recording = Estate.recording();
        return request -> recording
                .answer(request)
                .filter(answer -> answer.status() == 200)
                .flatMap(answer -> {
                    String body = new String(answer.body(), StandardCharsets.UTF_8);
                    String other = body;
                    for (Map.Entry<String, String> edit : edits.entrySet()) {
                        other = other.replace(edit.getKey(), edit.getValue());
                    }
                    return other.equals(body) ? Optional.empty() : Optional.of(bad(answer, other));
                });
    }

    private static Front.Bad bad(RecordedAnswer answer, String body) {
        return new Front.Bad(answer.status(), body);
    }

    /** What a SELECT over a snapshot answers, as lines of text. */
    static List<String> ask(Snapshot snapshot, String select) {
        try (Database database = Database.open()) {
            snapshot.attach(database, TYPES, snapshot.manifest().tables().keySet());
            return database.query("select r::varchar from (" + select + ") r order by 1", row -> row.getString(1));
        }
    }

    /** Operations asked, with what they were asked of, sorted; what entering an account takes is left out. */
    static List<String> asked(Front front) {
        return front.asked().keySet().stream()
                .map(asked -> asked.split("\n")[0])
                .map(asked -> asked.substring(asked.indexOf(' ') + 1))
                .filter(asked -> !asked.matches("(?s).*( sts | organizations | account |DescribeRegions).*"))
                .sorted()
                .toList();
    }
}
