package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageLogTest {
    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("111122223333.log");
    }

    private static ByteArrayOutputStream lines(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return out;
    }

    private String copied(PageLog log, List<PageLog.Segment> segments) throws IOException {
        Path copy = folder.resolve("copy.gz");
        try (FileChannel out = FileChannel.open(
                copy, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (PageLog.Segment segment : segments) {
                log.copy(segment.offset(), segment.length(), out);
            }
        }
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(copy))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void segments_of_one_table_copied_together_are_one_gzip_file() throws IOException {
        try (PageLog log = new PageLog(file(), 0)) {
            PageLog.Segment first = log.append("aws_vpc", lines("{\"a\":1}\n"));
            log.append("aws_kms_key", lines("{\"other\":1}\n"));
            PageLog.Segment second = log.append("aws_vpc", lines("{\"a\":2}\n"));
            assertThat(copied(log, List.of(first, second))).isEqualTo("{\"a\":1}\n{\"a\":2}\n");
        }
    }

    @Test
    void what_was_never_committed_is_cut_off() throws IOException {
        PageLog.Segment kept;
        try (PageLog log = new PageLog(file(), 0)) {
            kept = log.append("aws_vpc", lines("kept\n"));
            log.append("aws_vpc", lines("written when the kill came\n"));
        }
        try (PageLog log = new PageLog(file(), kept.end())) {
            assertThat(Files.size(file())).isEqualTo(kept.end());
            PageLog.Segment next = log.append("aws_vpc", lines("again\n"));
            assertThat(next.offset()).isEqualTo(kept.end());
            assertThat(copied(log, List.of(kept, next))).isEqualTo("kept\nagain\n");
        }
    }

    @Test
    void many_cells_append_at_once_without_mixing() throws IOException {
        try (PageLog log = new PageLog(file(), 0)) {
            List<Future<PageLog.Segment>> asked;
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                asked = IntStream.range(0, 200)
                        .mapToObj(n -> threads.submit(() -> log.append("aws_vpc", lines("row " + n + "\n"))))
                        .toList();
            }
            List<PageLog.Segment> segments =
                    asked.stream().map(Future::resultNow).toList();
            assertThat(copied(log, segments).lines())
                    .containsExactly(
                            IntStream.range(0, 200).mapToObj(n -> "row " + n).toArray(String[]::new));
        }
    }
}
