package io.plumbline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Copies a workbook with one moment in place of all times that stand in it. */
final class XlsxStamp {
    private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*");
    private static final LocalDateTime ZIP_EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private XlsxStamp() {}

    static void copy(Path workbook, Instant moment, OutputStream out) throws IOException {
        Instant second = moment.truncatedTo(ChronoUnit.SECONDS);
        LocalDateTime time = LocalDateTime.ofInstant(second, ZoneOffset.UTC);
        ZipOutputStream zip = new ZipOutputStream(out);
        try (ZipFile in = new ZipFile(workbook.toFile())) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(time.isBefore(ZIP_EPOCH) ? ZIP_EPOCH : time);
                zip.putNextEntry(copy);
                try (InputStream content = in.getInputStream(entry)) {
                    if (entry.getName().equals("docProps/core.xml")) {
                        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                        zip.write(CREATED.matcher(text)
                                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + second))
                                .getBytes(StandardCharsets.UTF_8));
                    } else {
                        content.transferTo(zip);
                    }
                }
                zip.closeEntry();
            }
        }
        zip.finish();
    }
}
