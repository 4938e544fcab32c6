package io.plumbline.collect;

import static java.util.Objects.requireNonNull;

import io.plumbline.model.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/** A recorded scan, read from its folder: it answers equal requests in recorded order, the last answer again and again. */
public final class Recording {
    static final String HEAD = "recording.json";
    static final int FORMAT = 1;

    private static final Pattern ACCESS_KEY = Pattern.compile("<AccessKeyId>([^<]+)</AccessKeyId>");
    private static final Pattern ROLE = Pattern.compile("RoleArn=arn:[^:]+:iam::(\\d{12}):");

    private static final Pattern ACCOUNT = Pattern.compile("<Account>(\\d{12})</Account>");

    private final Head head;
    private String callerAccount = "caller";
    private final Map<String, List<RecordedAnswer>> answers = new HashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<String, String> accountOfKey = new HashMap<>();

    /**
     * What the recording is of.
     *
     * @param request the scan as it was asked for; replay asks for the same
     */
    public record Head(int format, String version, ScanRequest request) {
        public Head {
            requireNonNull(version, "version");
            requireNonNull(request, "request");
        }
    }

    private Recording(Head head) {
        this.head = head;
    }

    /**
     * Reads a recording.
     *
     * @throws BadInput if a file is missing or damaged, naming it
     */
    public static Recording open(Path folder) {
        Path headFile = folder.resolve(HEAD);
        if (!Files.isRegularFile(headFile)) {
            throw new BadInput("No recording at " + folder + ": it holds no " + HEAD
                    + ". Make one with: plumbline scan --record DIR");
        }
        Recording recording = new Recording(read(headFile, Head.class));
        try (Stream<Path> files = Files.walk(folder.resolve("answers"))) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .forEach(file -> recording.add(read(file, RecordedAnswer.class)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the recording " + folder, e);
        }
        recording.answers.values().forEach(list -> list.sort(Comparator.comparingInt(RecordedAnswer::order)));
        return recording;
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return read(Files.readAllBytes(file), type);
        } catch (JacksonException e) {
            throw new BadInput(
                    "The recording is damaged: " + file + " cannot be read (" + e.getOriginalMessage()
                            + "). Record again, or repair the file.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** @throws JacksonException if it is not what such a file holds */
    static <T> T read(byte[] json, Class<T> type) {
        JsonMapper mapper = JsonMapper.shared();
        T value = mapper.readValue(json, type);
        if (value == null) {
            throw new StreamReadException("it holds only null");
        }
        return value;
    }

    private void add(RecordedAnswer answer) {
        answers.computeIfAbsent(answer.account() + '/' + answer.hash(), unused -> new ArrayList<>())
                .add(answer);
        if (answer.operation().equals("GetCallerIdentity") && answer.status() == 200) {
            Matcher account = ACCOUNT.matcher(new String(answer.body(), StandardCharsets.UTF_8));
            callerAccount = account.find() ? account.group(1) : callerAccount;
        }
        if (answer.operation().equals("AssumeRole") && answer.status() == 200) {
            Matcher key = ACCESS_KEY.matcher(new String(answer.body(), StandardCharsets.UTF_8));
            Matcher role = ROLE.matcher(String.join("\n", answer.asked()));
            if (key.find() && role.find()) {
                accountOfKey.put(key.group(1), role.group(1));
            }
        }
    }

    public Head head() {
        return head;
    }

    /** The account of whoever started the recorded scan. */
    public String callerAccount() {
        return callerAccount;
    }

    /** The answer to a request that came over a wire: its account is known by the access key that signed it. */
    public Optional<RecordedAnswer> answer(WireRequest request) {
        Optional<String> assumed = request.accessKey().flatMap(key -> Optional.ofNullable(accountOfKey.get(key)));
        return assumed.isPresent()
                ? answer(assumed.get(), request)
                : answer(callerAccount, request).or(() -> answer("caller", request));
    }

    /** The next answer to a request of an account. */
    public Optional<RecordedAnswer> answer(String account, WireRequest request) {
        String key = account + '/' + request.key().hash();
        List<RecordedAnswer> list = answers.get(key);
        if (list == null) {
            return Optional.empty();
        }
        int turn = asked.computeIfAbsent(key, unused -> new AtomicInteger()).getAndIncrement();
        return Optional.of(list.get(Math.min(turn, list.size() - 1)));
    }
}
