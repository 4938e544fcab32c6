package io.plumbline.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.CredentialReportExpiredException;
import software.amazon.awssdk.services.iam.model.CredentialReportNotReadyException;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ReportStateType;

/** Asks AWS for a credential report, waits for it and reads its CSV by the names in its header; columns of tomorrow are passed over. */
final class CredentialReport {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private CredentialReport() {}

    /** Asks until AWS says COMPLETE; after a minute the answer of GetCredentialReport says why there is none. */
    static List<String> request(IamClient iam) {
        Instant end = Instant.now().plus(PATIENCE);
        Duration pause = Duration.ofMillis(250);
        while (iam.generateCredentialReport().state() != ReportStateType.COMPLETE
                && Instant.now().isBefore(end)) {
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(Duration.ofSeconds(4)) > 0
                    ? Duration.ofSeconds(4)
                    : pause.multipliedBy(2);
        }
        return List.of("report");
    }

    static List<CredentialReportRow> read(IamClient iam) {
        GetCredentialReportResponse report = fetch(iam);
        try (CSVParser lines = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new java.io.StringReader(report.content().asUtf8String()))) {
            List<CredentialReportRow> rows = new ArrayList<>();
            lines.forEach(line -> rows.add(row(line, report.generatedTime())));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("The credential report is not CSV", e);
        } catch (UncheckedIOException e) {
            throw new UncheckedIOException("The credential report is not CSV", e.getCause());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The credential report has no header that can be read: " + e.getMessage(), e);
        }
    }

    /** A report that expired between the two calls is made again, once. */
    private static GetCredentialReportResponse fetch(IamClient iam) {
        try {
            return iam.getCredentialReport();
        } catch (CredentialReportExpiredException | CredentialReportNotReadyException e) {
            request(iam);
            return iam.getCredentialReport();
        }
    }

    private static CredentialReportRow row(CSVRecord line, Instant generated) {
        return new CredentialReportRow(
                text(line, "user"),
                text(line, "arn"),
                text(line, "user_creation_time"),
                text(line, "password_enabled"),
                text(line, "password_last_used"),
                text(line, "password_last_changed"),
                text(line, "password_next_rotation"),
                text(line, "mfa_active"),
                text(line, "access_key_1_active"),
                text(line, "access_key_1_last_rotated"),
                text(line, "access_key_1_last_used_date"),
                text(line, "access_key_1_last_used_region"),
                text(line, "access_key_1_last_used_service"),
                text(line, "access_key_2_active"),
                text(line, "access_key_2_last_rotated"),
                text(line, "access_key_2_last_used_date"),
                text(line, "access_key_2_last_used_region"),
                text(line, "access_key_2_last_used_service"),
                text(line, "cert_1_active"),
                text(line, "cert_1_last_rotated"),
                text(line, "cert_2_active"),
                text(line, "cert_2_last_rotated"),
                generated);
    }

    private static String text(CSVRecord line, String column) {
        return line.isSet(column) ? line.get(column) : "";
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while AWS made the credential report", e);
        }
    }
}
