package io.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.model.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

class RecordingTest {
    @TempDir
    private Path folder;

    private final ScanRequest request = new ScanRequest(
            "one",
            Instant.EPOCH,
            "eu-west-1",
            List.of(),
            false,
            List.of(),
            "R",
            Optional.empty(),
            List.of(),
            List.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            false);
    private final Call call = new Call(
            "111122223333", "eu-west-1", "ec2:DescribeVpcs", AnonymousCredentialsProvider.create(), new CallMeter());

    private static WireRequest asked(String form) {
        return WireRequest.of(
                "POST",
                "/",
                "",
                "",
                "Credential=A/20260101/eu-west-1/ec2/aws4_request",
                form.getBytes(StandardCharsets.UTF_8));
    }

    private static WireAnswer answer(String type, String body) {
        return WireAnswer.of(200, type, "", body.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> said(Recording recording, String form) {
        return recording
                .answer("111122223333", asked(form))
                .map(found -> new String(found.body(), StandardCharsets.UTF_8));
    }

    @Test
    void equal_requests_are_answered_in_recorded_order_the_last_one_again_and_again() {
        Recorder recorder = Recorder.start(folder, request, "test");
        recorder.record(call, asked("Action=A&X=1&Y=2"), answer("text/xml", "<first>\nline</first>"));
        recorder.record(call, asked("Action=A&Y=2&X=1"), answer("application/json", "{\"second\":1}"));
        recorder.record(call, asked("Action=B"), answer("text/plain", "other"));
        Recording recording = Recording.open(folder);
        assertThat(recording.head().request()).isEqualTo(request);
        assertThat(said(recording, "Y=2&Action=A&X=1")).contains("<first>\nline</first>");
        assertThat(said(recording, "Action=A&X=1&Y=2")).contains("{\"second\":1}");
        assertThat(said(recording, "Action=A&X=1&Y=2")).contains("{\"second\":1}");
        assertThat(said(recording, "Action=B")).contains("other");
        assertThat(said(recording, "Action=C")).isEmpty();
        assertThat(recording.answer("444455556666", asked("Action=B"))).isEmpty();
    }

    @Test
    void a_broken_connection_is_recorded_and_breaks_again() {
        Recorder.start(folder, request, "test")
                .record(call, asked("Action=A"), WireAnswer.silence(new IOException("the other side hung up")));
        RecordedAnswer broken =
                Recording.open(folder).answer("111122223333", asked("Action=A")).orElseThrow();
        assertThat(broken.silent()).isTrue();
        assertThat(broken.toWire().foreign("POST")).contains("the other side hung up");
    }

    @Test
    void secrets_never_reach_the_disk() throws IOException {
        String canary = "CANARYwJalrXUtnFEMI7";
        Recorder.start(folder, request, "test")
                .record(
                        call,
                        asked("Action=A&Password=" + canary + "&SessionToken=" + canary),
                        answer("text/xml", "<SecretAccessKey>" + canary + "</SecretAccessKey>"));
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).map(RecordingTest::read))
                    .noneMatch(text -> text.contains(canary))
                    .hasSize(2);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "null", "{}", "[]", "{\"account\":\"1\"}"})
    void a_damaged_file_is_named(String content) throws IOException {
        Recorder.start(folder, request, "test").record(call, asked("Action=A"), answer("text/xml", "<a/>"));
        Path file = folder.resolve("answers/damaged.json");
        Files.writeString(file, content);
        assertThatThrownBy(() -> Recording.open(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(file.toString());
        Files.delete(file);
        Files.writeString(folder.resolve("recording.json"), content);
        assertThatThrownBy(() -> Recording.open(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("recording.json");
    }

    @Test
    void two_recordings_do_not_mix_and_a_missing_one_is_told() {
        Recorder.start(folder, request, "test");
        assertThatThrownBy(() -> Recorder.start(folder, request, "test"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> Recording.open(folder.resolve("nowhere")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void what_is_asked_again_after_a_kill_is_answered_anew_and_the_rest_stays() throws IOException {
        Recorder killed = Recorder.start(folder, request, "test");
        killed.record(call, asked("Action=Done"), answer("text/xml", "<phone>+441130000000</phone>"));
        for (int page = 0; page < 3; page++) {
            killed.record(call, asked("Action=Again"), answer("text/xml", "<old/>"));
        }
        killed.record(call, asked("Action=Again&Token=old"), answer("text/xml", "<old/>"));
        Path torn = folder.resolve("answers/torn.json.part");
        Files.writeString(torn, "{\"acc");
        Recorder resumed = Recorder.goOn(killed.place(), request);
        resumed.record(call, asked("Action=Again"), answer("text/xml", "<new>1</new>"));
        resumed.record(call, asked("Action=Again"), answer("text/xml", "<new>2</new>"));
        resumed.record(call, asked("Action=Other"), answer("text/xml", "<phone>+441130000000</phone>"));
        assertThat(torn).doesNotExist();
        Recording recording = Recording.open(folder);
        assertThat(said(recording, "Action=Again")).contains("<new>1</new>");
        assertThat(said(recording, "Action=Again")).contains("<new>2</new>");
        assertThat(said(recording, "Action=Again")).contains("<new>2</new>");
        assertThat(said(recording, "Action=Done"))
                .as("the same secret has the same token before and after the kill")
                .isEqualTo(said(recording, "Action=Other"))
                .isNotEqualTo(Optional.of("<phone>+441130000000</phone>"));
    }

    @Test
    void a_recording_that_is_gone_or_another_is_not_gone_on_with() throws IOException {
        UnfinishedRuns.RecordingPlace place =
                Recorder.start(folder, request, "test").place();
        Recorder.goOn(place, request);
        Files.writeString(folder.resolve("recording.json"), "{");
        assertThatThrownBy(() -> Recorder.goOn(place, request))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("The scan one was being recorded into " + folder)
                .hasMessageContaining("start a new scan");
        Files.delete(folder.resolve("recording.json"));
        assertThatThrownBy(() -> Recorder.goOn(place, request)).isInstanceOf(BadInput.class);
    }

    @Test
    void a_request_that_was_not_recorded_is_named() {
        Recorder.start(folder, request, "test").record(call, asked("Action=A"), answer("text/xml", "<a/>"));
        Replayer replayer = new Replayer(Recording.open(folder));
        assertThatThrownBy(() -> replayer.replay(call, asked("Action=Z")))
                .hasMessageContaining("ec2:DescribeVpcs")
                .hasMessageContaining("111122223333");
        assertThatThrownBy(replayer::complain).isInstanceOf(BadInput.class).hasMessageContaining("1 requests");
    }
}
