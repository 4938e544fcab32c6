package io.plumbline.collect;

import io.plumbline.model.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every answer into a readable file of its own, redacted. Each appears whole, by a rename, or not at all.
 *
 * <p>A scan that goes on after a kill asks again what its unfinished cells had asked. What is asked again is answered anew, and the
 * earlier answers to it are dropped: their pages would lead to others that were never asked for.
 */
final class Recorder implements Traffic {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final Redactor redactor;
    private final Map<String, AtomicInteger> orders = new ConcurrentHashMap<>();

    private Recorder(Path folder, Redactor redactor) {
        this.folder = folder;
        this.redactor = redactor;
    }

    /**
     * Starts a recording.
     *
     * @throws BadInput if the folder already holds one
     */
    static Recorder start(Path folder, ScanRequest request, String version) {
        Path head = folder.resolve(Recording.HEAD);
        if (Files.exists(head)) {
            throw new BadInput("There is a recording in " + folder
                    + " already. Choose an empty folder, so that two recordings do not mix.");
        }
        try {
            Files.createDirectories(folder);
            write(head, new Recording.Head(Recording.FORMAT, version, request));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a recording into " + folder, e);
        }
        return new Recorder(folder.toAbsolutePath().normalize(), new Redactor());
    }

    /**
     * Goes on with the recording of a scan that was killed.
     *
     * @throws BadInput if the folder does not hold it any more
     */
    static Recorder goOn(UnfinishedRuns.RecordingPlace place, ScanRequest request) {
        Path folder = Path.of(place.folder());
        try {
            Path head = folder.resolve(Recording.HEAD);
            if (!Files.isRegularFile(head) || !isOf(request, head)) {
                throw new BadInput("The scan " + request.id() + " was being recorded into " + folder
                        + ", which does not hold that recording any more. Bring it back there, or start a new scan.");
            }
            dropUnfinished(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot go on with the recording in " + folder, e);
        }
        return new Recorder(folder, new Redactor(place.salt()));
    }

    private static boolean isOf(ScanRequest request, Path head) throws IOException {
        try {
            ScanRequest recorded = Recording.read(Files.readAllBytes(head), Recording.Head.class)
                    .request();
            return recorded.id().equals(request.id()) && recorded.now().equals(request.now());
        } catch (JacksonException e) {
            return false;
        }
    }

    private static void dropUnfinished(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> unfinished =
                    files.filter(file -> file.toString().endsWith(UNFINISHED)).toList();
            for (Path file : unfinished) {
                Files.delete(file);
            }
        }
    }

    /** What it takes to go on with this recording. */
    UnfinishedRuns.RecordingPlace place() {
        return new UnfinishedRuns.RecordingPlace(folder.toString(), redactor.salt());
    }

    @Override
    public Optional<WireAnswer> replay(Call call, WireRequest request) {
        return Optional.empty();
    }

    @Override
    public void record(Call call, WireRequest request, WireAnswer answer) {
        RequestKey key = request.key();
        String account = call.accountId();
        Path files =
                folder.resolve("answers").resolve(account).resolve(key.region()).resolve(key.service());
        String name = key.operation() + '-' + key.hash();
        try {
            int order = orders.computeIfAbsent(account + key.hash(), unused -> firstOrder(files, name))
                    .getAndIncrement();
            Files.createDirectories(files);
            write(files.resolve(file(name, order)), RecordedAnswer.of(account, key, order, answer, redactor));
        } catch (IOException | UncheckedIOException e) {
            throw new DiskTrouble("Cannot write the recording: " + e.getMessage(), e);
        }
    }

    /** Answers that stand there already are of the run before the kill. The last goes first, so that another kill leaves no gap. */
    private static AtomicInteger firstOrder(Path files, String name) {
        try {
            int order = 0;
            while (Files.exists(files.resolve(file(name, order)))) {
                order++;
            }
            while (order > 0) {
                order--;
                Files.delete(files.resolve(file(name, order)));
            }
            return new AtomicInteger();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String name, int order) {
        return name + (order == 0 ? "" : "-" + order) + ".json";
    }

    private static void write(Path file, Object content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.write(part, JSON.writeValueAsBytes(content));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
