package io.plumbline.collect;

import io.plumbline.model.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes every answer into a readable file of its own, redacted. */
final class Recorder implements Traffic {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;
    private final Redactor redactor = new Redactor();
    private final Map<String, AtomicInteger> orders = new ConcurrentHashMap<>();

    /**
     * Starts a recording.
     *
     * @throws BadInput if the folder already holds one
     */
    Recorder(Path folder, ScanRequest request, String version) {
        this.folder = folder;
        Path head = folder.resolve(Recording.HEAD);
        if (Files.exists(head)) {
            throw new BadInput("There is a recording in " + folder
                    + " already. Choose an empty folder, so that two recordings do not mix.");
        }
        try {
            Files.createDirectories(folder);
            Files.write(head, JSON.writeValueAsBytes(new Recording.Head(Recording.FORMAT, version, request)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a recording into " + folder, e);
        }
    }

    @Override
    public Optional<WireAnswer> replay(Call call, WireRequest request) {
        return Optional.empty();
    }

    @Override
    public void record(Call call, WireRequest request, WireAnswer answer) {
        RequestKey key = request.key();
        String account = call.accountId();
        int order = orders.computeIfAbsent(account + key.hash(), unused -> new AtomicInteger())
                .getAndIncrement();
        RecordedAnswer recorded = RecordedAnswer.of(account, key, order, answer, redactor);
        Path file = folder.resolve("answers")
                .resolve(account)
                .resolve(key.region())
                .resolve(key.service())
                .resolve(key.operation() + '-' + key.hash() + (order == 0 ? "" : "-" + order) + ".json");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, JSON.writeValueAsBytes(recorded));
        } catch (IOException e) {
            throw new DiskTrouble("Cannot write the recording: " + e.getMessage(), e);
        }
    }
}
