package io.plumbline.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsTypes;
import io.plumbline.collect.Progress;
import io.plumbline.collect.Scanner;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstateScanTest {
    private static final AwsTypes TYPES = AwsTypes.load();
    private static final Pattern REPEATED =
            Pattern.compile(" (GenerateCredentialReport|GetCredentialReport|AssumeRole|DescribeRegions)\n");

    @TempDir
    private Path home;

    private Scanner scanner(String name) {
        return new Scanner(home.resolve(name), TYPES.sources(), TYPES, "test", Progress.none(), question -> "")
                .startingWith("AKIADEMODEMODEMO0000", "demo");
    }

    private static List<Need> needs() {
        return Stream.of(
                        "aws_account",
                        "aws_region",
                        "aws_vpc",
                        "aws_vpc_security_group",
                        "aws_iam_user",
                        "aws_iam_role",
                        "aws_iam_group",
                        "aws_iam_policy")
                .map(Need::of)
                .toList();
    }

    /** Each table's rows in a fixed order, without the moment at which they were read. */
    private static List<String> rows(Snapshot snapshot) {
        try (Database database = Database.open()) {
            snapshot.attach(database, TYPES);
            return needs().stream()
                    .map(Need::table)
                    .flatMap(table -> database
                            .query(
                                    "select row::varchar from (select * exclude (collected_at) from " + table
                                            + ") row order by 1",
                                    row -> row.getString(1))
                            .stream()
                            .map(row -> table + row))
                    .toList();
        }
    }

    @Test
    void two_scans_and_a_replay_read_the_same_and_ask_nothing_twice() throws Exception {
        List<String> first;
        try (Front front = new Front(request -> Optional.empty())) {
            first = rows(scanner("one").scan(front.recording().head().request().at(front.url()), needs()));
            assertThat(front.asked()).allSatisfy((asked, times) -> {
                if (!REPEATED.matcher(asked).find()) {
                    assertThat(times.get()).as(asked).isEqualTo(1);
                }
            });
        }
        try (Front front = new Front(request -> Optional.empty())) {
            assertThat(rows(scanner("two")
                            .scan(front.recording().head().request().at(front.url()), needs())))
                    .isEqualTo(first);
        }
        Path folder = Path.of(Estate.class
                        .getResource("/io/plumbline/estate/recording/recording.json")
                        .toURI())
                .getParent();
        assertThat(rows(scanner("three").replay(folder, needs()))).isEqualTo(first);
        assertThat(first).anyMatch(row -> row.startsWith("aws_vpc{"));
    }

    private static String error(String code) {
        return "<Response><Errors><Error><Code>" + code + "</Code><Message>no</Message></Error></Errors></Response>";
    }

    private static String endless(String token) {
        return "<DescribeVpcsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15\"><vpcSet/><nextToken>" + token
                + "</nextToken></DescribeVpcsResponse>";
    }

    @ParameterizedTest
    @CsvSource({
        "endless, 200, failed, NoAnswer",
        "garbage, 200, failed, NoAnswer",
        "cut, -1, failed, NoAnswer",
        "InternalError, 500, failed, InternalError",
        "RequestLimitExceeded, 503, failed, RequestLimitExceeded",
        "RequestExpired, 400, failed, RequestExpired",
        "UnauthorizedOperation, 403, denied, UnauthorizedOperation"
    })
    void one_bad_cell_is_told_and_stops_no_other(String what, int status, String ending, String code)
            throws IOException {
        String body = switch (what) {
            case "endless" -> endless("again");
            case "garbage" -> "<DescribeVpcsResponse><vpcSet><item>\u0000<<<";
            default -> error(what);
        };
        try (Front front = new Front(request -> request.key().operation().equals("DescribeVpcs")
                                && request.key().region().equals("eu-west-1")
                        ? Optional.of(new Front.Bad(status, body))
                        : Optional.empty());
                Database database = Database.open()) {
            Snapshot snapshot =
                    scanner("home").scan(front.recording().head().request().at(front.url()), needs());
            snapshot.attach(database, TYPES);
            String bad = "from journal where table_name = 'aws_vpc' and region = 'eu-west-1'";
            assertThat(database.query("select distinct status || ' ' || code " + bad, row -> row.getString(1)))
                    .containsExactly(ending + ' ' + code);
            assertThat(database.number("select count(*) from aws_vpc where region = 'eu-west-1'"))
                    .isZero();
            assertThat(database.number("select count(*) from aws_vpc where region = 'us-east-1'"))
                    .isPositive();
            assertThat(database.number("select count(*) from aws_vpc_security_group where region = 'eu-west-1'"))
                    .isPositive();
            if (code.equals("RequestLimitExceeded")) {
                assertThat(database.number("select min(throttled) " + bad)).isEqualTo(6);
            }
        }
    }
}
