package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.assess.Catalog;
import io.plumbline.aws.AwsTypes;
import io.plumbline.collect.Progress;
import io.plumbline.collect.Recording;
import io.plumbline.collect.ScanRequest;
import io.plumbline.estate.Estate;
import io.plumbline.estate.ReplayServer;
import io.plumbline.ledger.ScanScope;
import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Manifest;
import io.plumbline.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the scans of {@code serve} read: what its options say, and the part of it that a schedule asks for. */
class ServedScansTest {
    private static final String DEV = "210000000004";

    @TempDir
    private Path home;

    private static ScanScope scope(List<String> accounts, List<String> regions, List<String> types) {
        return new ScanScope(accounts, List.of(), regions, types, false, List.of());
    }

    private ServedScans scans(String... who) {
        WhatOptions what = CommandLine.populateCommand(
                new WhatOptions(), "--rules", "vpc-default-sg-closed", "--regions", "us-east-1,eu-west-1");
        WhoOptions whose = CommandLine.populateCommand(new WhoOptions(), who);
        return new ServedScans(home, Catalog.load(Optional.empty()), AwsTypes.load(), whose, what, whose.accounts());
    }

    /** Account, region and table of the cells that the scan read itself, and of those that it took over. */
    private static List<String> cells(Snapshot snapshot, boolean taken) {
        try (Database database = Database.open()) {
            snapshot.attach(database, List::of, List.of());
            return database.query(
                    "select distinct account_id || ' ' || region || ' ' || table_name from journal where (coalesce(taken_from, '') <> '') = "
                            + taken + " order by 1",
                    row -> String.valueOf(row.getString(1)));
        }
    }

    @Test
    void a_part_is_read_anew_and_the_rest_of_the_snapshot_comes_from_the_one_before() {
        Recording recording = Estate.recording();
        ScanRequest recorded = recording.head().request();
        try (ReplayServer aws = ReplayServer.start(recording);
                Keys keys = new Keys()) {
            List<String> who =
                    new ArrayList<>(List.of("--organization", "--role", recorded.role(), "--endpoint-url", aws.url()));
            recorded.externalId().ifPresent(id -> who.addAll(List.of("--external-id", id)));
            ServedScans scans = scans(who.toArray(String[]::new));
            Snapshot whole = scans.collect(ScanScope.STANDARD, Progress.none());
            assertThat(cells(whole, true)).isEmpty();
            Snapshot part =
                    scans.collect(scope(List.of(DEV), List.of("eu-west-1"), List.of("aws_sns_topic")), Progress.none());
            assertThat(cells(part, false))
                    .contains(DEV + " eu-west-1 aws_vpc_security_group", DEV + " eu-west-1 aws_sns_topic")
                    .allSatisfy(cell -> assertThat(cell).startsWith(DEV + " ").doesNotContain("us-east-1"));
            assertThat(cells(part, true)).contains(DEV + " us-east-1 aws_vpc_security_group");
            assertThat(part.manifest().accounts())
                    .hasSameSizeAs(whole.manifest().accounts());
            assertThat(part.manifest().scope()).isEqualTo(whole.manifest().scope());
            assertThat(part.manifest().accounts().stream().filter(Manifest.Account::entered))
                    .hasSizeGreaterThan(3);
        }
    }

    @Test
    void a_schedule_does_not_get_what_the_server_was_not_started_for() {
        ServedScans scans = scans("--accounts", DEV);
        assertThatThrownBy(() -> scans.collect(scope(List.of("210000000005"), List.of(), List.of()), Progress.none()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("210000000005")
                .hasMessageContaining("--accounts");
        assertThatThrownBy(() -> scans.collect(scope(List.of(), List.of("ap-south-1"), List.of()), Progress.none()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("ap-south-1")
                .hasMessageContaining("--regions");
    }

    /** The recorded caller's keys, where the standard chain finds them. */
    private static final class Keys implements AutoCloseable {
        private static final Map<String, String> PROPERTIES = Map.of(
                "aws.accessKeyId", "AKIADEMODEMODEMO0000", "aws.secretAccessKey", "demo", "aws.region", "us-east-1");

        Keys() {
            PROPERTIES.forEach(System::setProperty);
        }

        @Override
        public void close() {
            PROPERTIES.keySet().forEach(System::clearProperty);
        }
    }
}
