package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.plumbline.model.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;

/** Whatever stands in a request, a recording or a journal: it is read, or refused in words. */
class ForeignInputFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void any_request_has_a_key(FuzzedDataProvider data) {
        String method = data.consumeString(8);
        String path = data.consumeString(40);
        String query = data.consumeString(60);
        String target = data.consumeString(30);
        String authorization = data.consumeString(80);
        byte[] body = data.consumeRemainingAsBytes();
        WireRequest request = WireRequest.of(method, path, query, target, authorization, body);
        assertThat(request.key()).isEqualTo(request.key());
        assertThat(request.key().hash()).hasSize(16);
        assertThat(request.accessKey()).isNotNull();
    }

    @FuzzTest(maxDuration = "30s")
    void any_body_has_a_key(byte[] body) {
        assertThat(WireRequest.of("POST", "/", "", "", "", body).key().hash()).hasSize(16);
        new Redactor().redact(new String(body, StandardCharsets.UTF_8));
    }

    @FuzzTest(maxDuration = "30s")
    void any_file_of_a_recording_is_read_or_refused(byte[] file) {
        try {
            RecordedAnswer answer = Recording.read(file, RecordedAnswer.class);
            assertThat(answer.body()).isNotNull();
            assertThat(answer.errorType()).isNotNull();
        } catch (JacksonException e) {
            assertThat(e.getOriginalMessage()).isNotNull();
        }
        try {
            assertThat(Recording.read(file, Recording.Head.class).request()).isNotNull();
        } catch (JacksonException e) {
            assertThat(e.getOriginalMessage()).isNotNull();
        }
    }

    @FuzzTest(maxDuration = "30s")
    void any_journal_is_read_or_refused(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("journal", ".log");
        try {
            Files.write(file, bytes);
            try (RunJournal journal = new RunJournal(file)) {
                journal.cells().forEach(cell -> assertThat(journal.done(cell)).isTrue());
            } catch (BadInput e) {
                assertThat(e).hasMessageContaining(file.toString());
            }
        } finally {
            Files.delete(file);
        }
    }
}
