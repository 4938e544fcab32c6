package io.plumbline.cli;

import static io.plumbline.cli.Asked.enters;
import static io.plumbline.cli.Asked.from;
import static io.plumbline.cli.Asked.in;
import static io.plumbline.cli.Asked.operation;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A recording gives the recorded scan again, its troubles included. A replay has the recording's id and time, so no {@code --now} is needed. */
@ExtendWith(Moto.Shared.class)
class RecordedScanTest {
    private static final List<String> RULES = List.of(
            "--rules",
            "iam-user-mfa-console,iam-pwd-uppercase,account-security-contact,cloudtrail-bucket-access-logging,kms-cmk-rotation,"
                    + "alarm-root-usage,vpc-flow-logs,config-all-regions");

    @TempDir
    private Path folder;

    @Test
    void a_replay_judges_byte_for_byte_as_the_recorded_scan_did(Moto moto) throws IOException {
        Path recording = folder.resolve("recording");
        Path recorded = folder.resolve("recorded");
        Path replayed = folder.resolve("replayed");
        CommandRun scan = CommandRun.scan(
                moto,
                recorded,
                List.of("--record", recording.toString(), RULES.getFirst(), RULES.getLast()),
                Fault.DENIED.when(enters(moto.account("dev"))),
                Fault.THROTTLED_TWICE.when(operation("ec2", "DescribeVpcs")),
                Fault.BROKEN.when(from(moto.account("prod")).and(operation("kms", "ListKeys"))),
                Fault.NOISE.when(from(moto.account("prod")).and(operation("cloudtrail", "DescribeTrails"))),
                Fault.SOMEONES_PAGE.when(in("eu-west-1").and(operation("monitoring", "DescribeAlarms"))),
                Fault.CUT.when(from(moto.account("log-archive")).and(operation("iam", "GetAccountPasswordPolicy"))));
        assertThat(scan.code()).as(scan.err()).isZero();
        assertThat(scan.gaps()).hasSizeGreaterThan(5);
        CommandRun replay = CommandRun.of(
                replayed.resolve("home"),
                replayed,
                List.of("scan", "--replay", recording.toString(), RULES.getFirst(), RULES.getLast()));
        assertThat(replay.code()).as(replay.err()).isZero();
        assertThat(SnapshotRows.of(replayed.resolve("home"))).isEqualTo(SnapshotRows.of(recorded.resolve("home")));
        // As trees first, since their difference can be read.
        assertThat(replay.json()).isEqualTo(scan.json());
        assertThat(replayed.resolve("plumbline.json")).hasSameBinaryContentAs(recorded.resolve("plumbline.json"));
    }
}
