package io.plumbline.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;

class CredentialReportFuzzTest {
    /** An IAM that has this report. */
    private record Reporting(byte[] content) implements IamClient {
        @Override
        public GetCredentialReportResponse getCredentialReport() {
            return GetCredentialReportResponse.builder()
                    .content(SdkBytes.fromByteArray(content))
                    .generatedTime(Instant.EPOCH)
                    .build();
        }

        @Override
        public String serviceName() {
            return "iam";
        }

        @Override
        public void close() {}
    }

    @FuzzTest(maxDuration = "30s")
    void any_report_is_read_or_refused(byte[] content) {
        try {
            List<CredentialReportRow> rows = CredentialReport.read(new Reporting(content));
            assertThat(rows)
                    .allMatch(
                            row -> row.userName() != null && row.generatedTime().equals(Instant.EPOCH));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("credential report");
        }
    }
}
