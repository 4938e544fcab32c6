package io.plumbline.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.snapshot.Comparison;
import io.plumbline.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two days of the estate, and what the second changed: a comparison lists exactly that. */
class TwoDaysTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T06:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T06:00:00Z");
    private static final String[] TABLES = {
        "aws_account", "aws_vpc", "aws_vpc_security_group", "aws_s3_bucket",
        "aws_iam_user", "aws_iam_role", "aws_iam_group", "aws_iam_policy"
    };

    private static final Map<String, String> TUESDAYS = Map.of(
            // The default group lets everybody in.
            "<groupName>default</groupName><groupDescription>default VPC security group</groupDescription><ipPermissions/></item>"
                    + "<item><groupId>sg-5b17e4adc2f4018d7</groupId>",
            "<groupName>default</groupName><groupDescription>default VPC security group</groupDescription><ipPermissions><item>"
                    + "<ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><groups/><ipRanges><item>"
                    + "<cidrIp>0.0.0.0/0</cidrIp></item></ipRanges><ipv6Ranges/><prefixListIds/></item></ipPermissions></item>"
                    + "<item><groupId>sg-5b17e4adc2f4018d7</groupId>",
            // A user comes.
            "<UserDetailList><member><Path>/</Path><UserName>tester</UserName>",
            "<UserDetailList><member><Path>/</Path><UserName>newcomer</UserName><UserId>AIDANEWCOMER</UserId>"
                    + "<Arn>arn:aws:iam::210000000006:user/newcomer</Arn><CreateDate>2026-11-23T12:00:00Z</CreateDate></member>"
                    + "<member><Path>/</Path><UserName>tester</UserName>",
            // Another user's owner is another.
            "<Tags><member><Key>owner</Key><Value>tester</Value></member></Tags>",
            "<Tags><member><Key>owner</Key><Value>someone else</Value></member></Tags>",
            // A role was used, which is no change.
            "<LastUsedDate>2026-11-22T03:54:57.657727Z</LastUsedDate>",
            "<LastUsedDate>2026-11-23T13:00:00Z</LastUsedDate>",
            // A bucket goes.
            "<Bucket><Name>plumb-flow-logs</Name><CreationDate>2026-11-22T03:53:47.000Z</CreationDate></Bucket>",
            "");

    @TempDir
    private Path home;

    private static List<String> changes(Snapshot before, Snapshot after) {
        try (Comparison comparison = new Comparison(before, after, Scans.TYPES)) {
            return comparison.changes().stream()
                    .map(change -> change.kind().word()
                            + ' '
                            + change.table()
                            + ' '
                            + change.arn()
                            + change.fields().stream()
                                    .map(field -> ' ' + field.field() + ": " + field.before() + " → " + field.after())
                                    .reduce("", String::concat))
                    .toList();
        }
    }

    private Snapshot scan(Instant now, Front front) {
        return new Scans(home).scanner().scan(Scans.request(front, now), Scans.needs(TABLES));
    }

    @Test
    void the_comparison_lists_exactly_what_was_planted() throws IOException {
        try (Front monday = new Front(request -> Optional.empty());
                Front tuesday = new Front(Scans.edited(TUESDAYS))) {
            Snapshot before = scan(MONDAY, monday);
            Snapshot after = scan(TUESDAY, tuesday);
            assertThat(changes(before, after))
                    .containsExactly(
                            "added aws_iam_user arn:aws:iam::210000000006:user/newcomer",
                            "changed aws_iam_user arn:aws:iam::210000000006:user/tester tags.owner: \"tester\" → \"someone else\"",
                            "removed aws_s3_bucket arn:aws:s3:::plumb-flow-logs",
                            "changed aws_vpc_security_group arn:aws:ec2:us-east-1:210000000006:security-group/sg-50fdbb1e957e61ba0"
                                    + " ip_permissions[]: null → {\"ip_protocol\":\"tcp\",\"from_port\":22,\"to_port\":22,"
                                    + "\"user_id_group_pairs\":[],\"ip_ranges\":[{\"cidr_ip\":\"0.0.0.0/0\"}],\"ipv6_ranges\":[],"
                                    + "\"prefix_list_ids\":[]}");
            assertThat(changes(after, after)).isEmpty();
        }
    }

    @Test
    void what_the_second_day_could_not_read_is_not_compared_and_not_gone() throws IOException {
        try (Front monday = new Front(request -> Optional.empty());
                Front tuesday = new Front(request -> request.key().operation().equals("DescribeSecurityGroups")
                                && request.key().region().equals("eu-west-1")
                        ? Optional.of(
                                new Front.Bad(
                                        403,
                                        "<Response><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors></Response>"))
                        : Optional.empty())) {
            Snapshot before = scan(MONDAY, monday);
            Snapshot after = scan(TUESDAY, tuesday);
            assertThat(changes(before, after)).isEmpty();
            try (Comparison comparison = new Comparison(before, after, Scans.TYPES)) {
                assertThat(comparison.notCompared())
                        .filteredOn(cell -> cell.table().equals("aws_vpc_security_group"))
                        .hasSize(6)
                        .contains(new Comparison.NotCompared(
                                "210000000006",
                                "eu-west-1",
                                "aws_vpc_security_group",
                                "2026-11-24T06-00-00Z: denied (UnauthorizedOperation)"));
            }
        }
    }
}
