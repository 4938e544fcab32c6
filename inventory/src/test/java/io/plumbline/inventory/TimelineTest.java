package io.plumbline.inventory;

import static io.plumbline.inventory.World.FIRST;
import static io.plumbline.inventory.World.REGION;
import static io.plumbline.inventory.World.arn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TimelineTest {
    private static final String GROUP = arn(FIRST, "ec2", "security-group/sg-0a1b2c3d");
    private static final String TABLE = "aws_vpc_security_group";

    @TempDir
    private Path home;

    private World day() {
        return new World(home);
    }

    private static Object open(String cidr) {
        return List.of(Map.of("from_port", 22, "ip_ranges", List.of(Map.of("cidr_ip", cidr))));
    }

    private static String word(JsonNode value) {
        return value.isNull() ? "-" : value.isString() ? value.asString() : value.toString();
    }

    private List<String> told(String arn) {
        return Timeline.of(day().store(), World.TYPES, arn).stream()
                .map(entry -> entry.snapshot().substring(5, 10) + " " + entry.event()
                        + (entry.changes().isEmpty()
                                ? ""
                                : " "
                                        + entry.changes().stream()
                                                .map(one -> one.field() + " "
                                                        + word(one.before()) + ">"
                                                        + word(one.after()))
                                                .toList())
                        + (entry.note().isEmpty() ? "" : " (" + entry.note() + ")"))
                .toList();
    }

    @Test
    void an_asset_comes_changes_is_not_read_goes_and_comes_back() {
        day().read(TABLE).write("2026-06-01T12-00-00Z");
        day().read(TABLE)
                .row(TABLE, GROUP, "group_name", "web", "ip_permissions", open("10.0.0.0/8"))
                .write("2026-06-02T12-00-00Z");
        day().read(TABLE)
                .row(TABLE, GROUP, "group_name", "web", "ip_permissions", open("10.0.0.0/8"))
                .write("2026-06-03T12-00-00Z");
        day().read(TABLE)
                .row(TABLE, GROUP, "group_name", "web", "ip_permissions", open("0.0.0.0/0"))
                .write("2026-06-04T12-00-00Z");
        day().cell(FIRST, REGION, TABLE, "denied", "UnauthorizedOperation").write("2026-06-05T12-00-00Z");
        day().read("aws_vpc").write("2026-06-06T12-00-00Z");
        day().cell(FIRST, "us-east-1", TABLE, "read", "").write("2026-06-07T12-00-00Z");
        day().read(TABLE).write("2026-06-08T12-00-00Z");
        day().read(TABLE).write("2026-06-09T12-00-00Z");
        day().read(TABLE)
                .row(TABLE, GROUP, "group_name", "web", "ip_permissions", open("0.0.0.0/0"))
                .write("2026-06-10T12-00-00Z");
        assertThat(told(GROUP))
                .containsExactly(
                        "06-02 FIRST_SEEN",
                        "06-03 UNCHANGED",
                        "06-04 CHANGED [ip_permissions[].ip_ranges[].cidr_ip 10.0.0.0/8>0.0.0.0/0]",
                        "06-05 NOT_READ (x:List: UnauthorizedOperation)",
                        "06-06 NOT_READ (aws_vpc_security_group was not collected)",
                        "06-07 NOT_READ (aws_vpc_security_group was not read in account 111122223333, eu-west-1)",
                        "06-08 GONE",
                        "06-10 SEEN_AGAIN");
    }

    @Test
    void a_table_read_in_part_never_makes_an_asset_gone() {
        day().read(TABLE).row(TABLE, GROUP).write("2026-06-01T12-00-00Z");
        day().read(TABLE).focus(TABLE).write("2026-06-02T12-00-00Z");
        assertThat(told(GROUP))
                .containsExactly(
                        "06-01 FIRST_SEEN", "06-02 NOT_READ (only some rows of aws_vpc_security_group were wanted)");
    }

    @Test
    void a_column_that_only_one_scan_asked_for_or_could_read_is_no_change() {
        String bucket = "arn:aws:s3:::logs";
        day().read("aws_s3_bucket").row("aws_s3_bucket", bucket, "policy", "{}").write("2026-06-01T12-00-00Z");
        day().read("aws_s3_bucket")
                .row(
                        "aws_s3_bucket",
                        bucket,
                        "unread",
                        Map.of("policy", Map.of("action", "s3:GetBucketPolicy", "code", "AccessDenied")))
                .write("2026-06-02T12-00-00Z");
        assertThat(told(bucket)).containsExactly("06-01 FIRST_SEEN", "06-02 UNCHANGED");
    }

    @Test
    void a_damaged_snapshot_is_not_read() throws IOException {
        day().read(TABLE).row(TABLE, GROUP).write("2026-06-01T12-00-00Z");
        Path file = day().read(TABLE)
                .row(TABLE, GROUP)
                .write("2026-06-02T12-00-00Z")
                .folder()
                .resolve("manifest.json");
        day().read(TABLE).row(TABLE, GROUP).write("2026-06-03T12-00-00Z");
        Files.writeString(file, "{");
        assertThat(told(GROUP))
                .containsExactly(
                        "06-01 FIRST_SEEN", "06-02 NOT_READ (the snapshot cannot be opened)", "06-03 UNCHANGED");
    }

    @Test
    void an_asset_that_no_snapshot_holds_is_refused() {
        day().read(TABLE).write("2026-06-01T12-00-00Z");
        assertThatThrownBy(() -> told(GROUP))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("No snapshot holds an asset '" + GROUP + "'")
                .hasMessageContaining("assets search");
    }
}
