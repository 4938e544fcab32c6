package io.plumbline.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.AwsTypes;
import io.plumbline.collect.Progress;
import io.plumbline.collect.Scanner;
import io.plumbline.collect.WireRequest;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Good answers that look unlike those that anybody tries things with. */
class StrangeAnswersTest {
    private static final AwsTypes TYPES = AwsTypes.load();
    private static final String EC2 = "xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15\"";

    @TempDir
    private Path home;

    private void scan(Function<WireRequest, Optional<String>> answers, Consumer<Database> check) throws IOException {
        List<Need> needs =
                Stream.of("aws_vpc", "aws_cloudtrail_trail").map(Need::of).toList();
        try (Front front = new Front(request -> answers.apply(request).map(body -> new Front.Bad(200, body)));
                Database database = Database.open()) {
            Snapshot snapshot = new Scanner(home, TYPES.sources(), TYPES, "test", Progress.none(), question -> "")
                    .startingWith("AKIADEMODEMODEMO0000", "demo")
                    .scan(front.recording().head().request().at(front.url()), needs);
            snapshot.attach(database, TYPES);
            assertThat(database.query(
                            "select action || code || message from journal where status <> 'read' and region = 'eu-west-1'",
                            row -> row.getString(1)))
                    .isEmpty();
            check.accept(database);
        }
    }

    private static boolean asks(WireRequest request, String operation) {
        return request.key().operation().equals(operation)
                && request.key().region().equals("eu-west-1");
    }

    private static String vpcs(String rows, String token) {
        return "<DescribeVpcsResponse " + EC2 + "><vpcSet>" + rows + "</vpcSet>" + token + "</DescribeVpcsResponse>";
    }

    private static String vpc(String id, String name) {
        return "<item><vpcId>" + id + "</vpcId><state>available</state><tagSet><item><key>Name</key><value>" + name
                + "</value></item></tagSet></item>";
    }

    @Test
    void fields_that_nobody_knows_yet_are_passed_over() throws IOException {
        scan(
                request -> asks(request, "DescribeVpcs")
                        ? Optional.of(vpcs(
                                "<item><novelty><deep><item>1</item></deep></novelty><vpcId>vpc-1</vpcId><state>half-open</state></item>",
                                "<quota>7</quota>"))
                        : asks(request, "DescribeTrails")
                                ? Optional.of(
                                        "{\"novelty\":[{\"a\":{}}],\"trailList\":[{\"Name\":\"t\",\"HomeRegion\":\"eu-west-1\","
                                                + "\"TrailARN\":\"arn:aws:cloudtrail:eu-west-1:210000000001:trail/t\",\"Mood\":{\"is\":[null,1]}}]}")
                                : Optional.empty(),
                database -> {
                    assertThat(database.query(
                                    "select distinct vpc_id || ' ' || state from aws_vpc where region = 'eu-west-1'",
                                    row -> row.getString(1)))
                            .containsExactly("vpc-1 half-open");
                    assertThat(database.number("select count(*) from aws_cloudtrail_trail where name = 't'"))
                            .isPositive();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it's \"quoted\"",
                "two\nlines\tand a tab",
                "🦄 Größe ﷽ \u202Eright to left",
                "'; drop table aws_vpc; --",
                "{\"json\": [1]}\\",
                "<![CDATA[not]]>"
            })
    void a_name_is_kept_letter_by_letter(String name) throws IOException {
        String xml = name.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\n", "&#10;")
                .replace("\t", "&#9;");
        String json = name.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
        scan(
                request -> asks(request, "DescribeVpcs")
                        ? Optional.of(vpcs(vpc("vpc-1", xml), ""))
                        : asks(request, "DescribeTrails")
                                ? Optional.of("{\"trailList\":[{\"Name\":\"" + json + "\",\"HomeRegion\":\"eu-west-1\","
                                        + "\"TrailARN\":\"arn:aws:cloudtrail:eu-west-1:210000000001:trail/t\"}]}")
                                : Optional.empty(),
                database -> {
                    assertThat(database.query(
                                    "select distinct name from aws_vpc where vpc_id = 'vpc-1'",
                                    row -> row.getString(1)))
                            .containsExactly(name);
                    assertThat(database.query(
                                    "select distinct name from aws_cloudtrail_trail where arn like '%:trail/t'",
                                    row -> row.getString(1)))
                            .containsExactly(name);
                });
    }

    /** A hundred thousand rows of half a kilobyte in one account and region: what stays in memory does not grow with them. */
    @Test
    void a_list_of_a_hundred_thousand_passes_through_without_staying() throws IOException {
        String padding = "x".repeat(200);
        List<Long> kept = new ArrayList<>();
        scan(
                request -> {
                    if (!asks(request, "DescribeVpcs")
                            || !request.accessKey().orElse("").equals("AKIADEMODEMODEMO0000")) {
                        return Optional.empty();
                    }
                    int page = request.key().canonical().contains("NextToken=page-")
                            ? Integer.parseInt(
                                    request.key().canonical().replaceAll("(?s).*NextToken=page-(\\d+).*", "$1"))
                            : 0;
                    if (page == 10 || page == 90) {
                        System.gc();
                        Runtime runtime = Runtime.getRuntime();
                        kept.add(runtime.totalMemory() - runtime.freeMemory());
                    }
                    String rows = IntStream.range(page * 1000, page * 1000 + 1000)
                            .mapToObj(row -> vpc("vpc-" + row, padding + row))
                            .collect(Collectors.joining());
                    return Optional.of(vpcs(rows, page < 99 ? "<nextToken>page-" + (page + 1) + "</nextToken>" : ""));
                },
                database -> {
                    assertThat(
                                    database.number(
                                            "select count(distinct vpc_id) from aws_vpc where vpc_id like 'vpc-%' and name like 'xxx%'"))
                            .isEqualTo(100_000);
                    System.out.println("kept in memory at page 10 and 90 of 100: " + kept);
                    assertThat(kept).hasSize(2);
                    // Eighty thousand rows came between; held, they would be forty megabytes and more.
                    assertThat(kept.get(1) - kept.get(0)).isLessThan(12_000_000);
                });
    }
}
