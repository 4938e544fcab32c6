package io.plumbline.collect;

import static io.plumbline.collect.Declare.regional;
import static io.plumbline.collect.Shape.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.AccountId;
import io.plumbline.model.Partition;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Region;
import software.amazon.awssdk.services.ec2.model.Vpc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CellWriterTest {
    private static final Place PLACE =
            new Place(new AccountId("111122223333"), new Partition("aws"), "eu-west-1", new Nobody(), Optional.empty());

    /** No row here asks what is known of its account. */
    private record Nobody() implements Place.Entered {
        @Override
        public AccountRow account() {
            throw new IllegalStateException("not asked");
        }

        @Override
        public List<Region> regions() {
            throw new IllegalStateException("not asked");
        }

        @Override
        public boolean reaches(String accountId) {
            throw new IllegalStateException("not asked");
        }
    }

    @TempDir
    private Path folder;

    /** A declaration that takes for granted what an answer need not have. */
    private static Source<Ec2Client, Vpc> trusting() {
        return regional("aws_vpc", "Networks.", Ec2Client::builder)
                .list(
                        "ec2:DescribeVpcs",
                        of(Vpc::builder),
                        ec2 -> ec2.describeVpcsPaginator().vpcs())
                .arn((row, place) -> "arn:aws:ec2:eu-west-1:111122223333:vpc/" + row.vpcId())
                .name(row -> row.cidrBlock().strip());
    }

    private static void write(CellWriter writer, Vpc vpc) {
        writer.write(
                trusting(),
                PLACE,
                Instant.EPOCH,
                new CellWriter.Hydrated<>(
                        vpc, "arn:aws:ec2:eu-west-1:111122223333:vpc/" + vpc.vpcId(), Map.of(), Map.of()));
    }

    @Test
    void a_row_that_breaks_in_the_middle_leaves_nothing_behind_and_the_others_whole() throws IOException {
        Path together = folder.resolve("aws_vpc.ndjson.gz");
        try (PageLog log = new PageLog(folder.resolve("pages.log"), 0);
                FileChannel out = FileChannel.open(together, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            CellWriter writer = new CellWriter(log, false);
            write(writer, Vpc.builder().vpcId("vpc-1").cidrBlock("10.0.0.0/16").build());
            assertThatThrownBy(() ->
                            write(writer, Vpc.builder().vpcId("vpc-broken").build()))
                    .isInstanceOf(NullPointerException.class);
            write(writer, Vpc.builder().vpcId("vpc-2").cidrBlock("10.1.0.0/16").build());
            for (PageLog.Segment segment : writer.finish()) {
                log.copy(segment.offset(), segment.length(), out);
            }
        }
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(together))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text.lines()
                            .map(JsonMapper.shared()::readTree)
                            .map((JsonNode row) -> row.path("vpc_id").asString()))
                    .containsExactly("vpc-1", "vpc-2");
            assertThat(text).doesNotContain("vpc-broken").endsWith("}\n");
        }
    }
}
