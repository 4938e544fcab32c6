package io.plumbline.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import io.plumbline.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan that reads only what earlier ones did not read of late. */
class TakenOverTest {
    private static final String[] IAM = {"aws_iam_user", "aws_iam_role", "aws_iam_group", "aws_iam_policy"};
    private static final String[] TABLES = {
        "aws_vpc",
        "aws_vpc_security_group",
        "aws_cloudtrail_trail",
        "aws_iam_user",
        "aws_iam_role",
        "aws_iam_group",
        "aws_iam_policy"
    };
    private static final Duration DAY = Duration.ofDays(1);
    private static final String ROWS =
            "select 'user', * from (select * from aws_iam_user) union all by name select 'group', * from aws_vpc_security_group"
                    + " union all by name select 'trail', * from aws_cloudtrail_trail";
    private static final String CELLS =
            "select account_id, region, table_name, taken_from from journal where column_name = '' and table_name not in"
                    + " ('aws_account', 'aws_region', 'aws_organization')";

    @TempDir
    private Path home;

    /** The moment of a scan that comes after what was read before; recorded answers are read at the clock's time. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private Snapshot first(Front front) {
        return new Scans(home).scanner().scan(Scans.request(front, now().minusSeconds(3600)), Scans.needs(TABLES));
    }

    @Test
    void what_is_young_enough_is_not_asked_again_and_keeps_its_time() throws IOException {
        try (Front one = new Front(request -> Optional.empty());
                Front two = new Front(request -> Optional.empty())) {
            Snapshot first = first(one);
            Snapshot second = new Scans(home).scanner().scan(Scans.request(two, now()), Scans.needs(TABLES), DAY);
            assertThat(Scans.asked(two)).isEmpty();
            assertThat(Scans.ask(second, ROWS))
                    .isEqualTo(Scans.ask(first, ROWS))
                    .isNotEmpty();
            assertThat(Scans.ask(
                            second,
                            CELLS + " and taken_from <> '" + first.manifest().id() + "'"))
                    .isEmpty();
            assertThat(Scans.ask(second, "select sum(calls) from journal where taken_from <> ''"))
                    .containsExactly("{'sum(calls)': 0}");
            assertThat(second.manifest().tables().get("aws_iam_user"))
                    .isEqualTo(first.manifest().tables().get("aws_iam_user"));
        }
    }

    @Test
    void what_was_denied_or_is_too_old_or_lacks_a_detail_is_read_again() throws IOException {
        try (Front one = new Front(request -> request.key().operation().equals("DescribeVpcs")
                                && request.key().region().equals("eu-west-1")
                        ? Optional.of(
                                new Front.Bad(
                                        403,
                                        "<Response><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors></Response>"))
                        : Optional.empty());
                Front two = new Front(request -> Optional.empty());
                Front three = new Front(request -> Optional.empty())) {
            first(one);
            Snapshot second = new Scans(home).scanner().scan(Scans.request(two, now()), Scans.needs(TABLES), DAY);
            assertThat(Scans.asked(two)).hasSize(6).allMatch("eu-west-1 ec2 DescribeVpcs"::equals);
            assertThat(Scans.ask(second, CELLS + " and status <> 'read'")).isEmpty();
            new Scans(home)
                    .scanner()
                    .scan(Scans.request(three, now().plus(Duration.ofDays(3))), Scans.needs(TABLES), DAY);
            assertThat(Scans.asked(three)).hasSameSizeAs(Scans.asked(one));
        }
    }

    @Test
    void a_scan_of_one_account_and_one_table_makes_a_whole_snapshot() throws IOException {
        try (Front one = new Front(request -> Optional.empty());
                Front two = new Front(
                        Scans.edited(java.util.Map.of("<Value>tester</Value>", "<Value>someone else</Value>")))) {
            Snapshot first = first(one);
            Instant later = now().plus(Duration.ofHours(5));
            Snapshot second = new Scans(home)
                    .scanner()
                    .scan(Scans.request(two, later, "210000000006"), Scans.needs(IAM), Duration.ofHours(2));
            assertThat(Scans.asked(two)).containsExactly("us-east-1 iam GetAccountAuthorizationDetails");
            assertThat(second.manifest().scope()).isEqualTo(first.manifest().scope());
            assertThat(second.manifest().accounts()).isEqualTo(first.manifest().accounts());
            String counts = "select account_id, region, table_name from journal";
            assertThat(Scans.ask(second, counts)).isEqualTo(Scans.ask(first, counts));
            String others = "select * exclude (collected_at) from aws_iam_user where account_id <> '210000000006'";
            assertThat(Scans.ask(second, others))
                    .isEqualTo(Scans.ask(first, others))
                    .isNotEmpty();
            assertThat(Scans.ask(
                            second,
                            "select tags['owner'] as owner from aws_iam_user where account_id = '210000000006'"))
                    .containsExactly("{'owner': someone else}");
            assertThat(
                            Scans.ask(
                                    second,
                                    "select distinct account_id from journal where table_name = 'aws_iam_user' and taken_from = ''"))
                    .containsExactly("{'account_id': 210000000006}");
        }
    }

    @Test
    void a_scan_that_was_stopped_goes_on_with_what_it_had_taken_over() throws IOException {
        AtomicBoolean stopped = new AtomicBoolean();
        Thread scan = Thread.currentThread();
        try (Front one = new Front(request -> request.key().operation().equals("DescribeVpcs")
                        ? Optional.of(
                                new Front.Bad(
                                        403,
                                        "<Response><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors></Response>"))
                        : Optional.empty());
                Front two = new Front(request -> {
                    if (request.key().operation().equals("DescribeVpcs") && !stopped.getAndSet(true)) {
                        scan.interrupt();
                    }
                    return Optional.empty();
                })) {
            Snapshot first = first(one);
            assertThatThrownBy(
                            () -> new Scans(home).scanner().scan(Scans.request(two, now()), Scans.needs(TABLES), DAY))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("--resume");
            assertThat(Thread.interrupted()).isTrue();
            Snapshot second = new Scans(home).scanner().resume(Optional.empty(), Optional.empty());
            assertThat(Scans.asked(two)).allMatch(asked -> asked.endsWith("DescribeVpcs"));
            assertThat(Scans.ask(second, ROWS))
                    .isEqualTo(Scans.ask(first, ROWS))
                    .isNotEmpty();
            assertThat(Scans.ask(second, "select distinct taken_from from journal where table_name = 'aws_iam_user'"))
                    .isEqualTo(List.of("{'taken_from': " + first.manifest().id() + "}"));
            assertThat(home.resolve("runs")).isEmptyDirectory();
        }
    }
}
