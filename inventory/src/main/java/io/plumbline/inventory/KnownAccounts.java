package io.plumbline.inventory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accounts whose owner is public knowledge; the file {@code known-accounts.txt} says of each where it is known from. */
final class KnownAccounts {
    private static final String FILE = "known-accounts.txt";

    private final Map<String, Known> byId;

    private KnownAccounts(Map<String, Known> byId) {
        this.byId = byId;
    }

    /**
     * One account.
     *
     * @param aws whether it is AWS's own
     * @param source where that is known from
     */
    record Known(boolean aws, String name, String source) {}

    static KnownAccounts load() {
        InputStream file = KnownAccounts.class.getResourceAsStream(FILE);
        if (file == null) {
            throw new IllegalStateException(FILE + " is not in the jar");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return of(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    /**
     * Reads the lines.
     *
     * @throws IllegalArgumentException if one cannot be understood or an account stands twice
     */
    static KnownAccounts of(List<String> lines) {
        Map<String, Known> known = new LinkedHashMap<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                add(line, known);
            }
        }
        return new KnownAccounts(known);
    }

    private static void add(String line, Map<String, Known> known) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != 4 || !List.of("aws", "vendor").contains(parts[0].strip())) {
            throw new IllegalArgumentException("class | name | source | ids are wanted: " + line);
        }
        Known owner = new Known(parts[0].strip().equals("aws"), parts[1].strip(), parts[2].strip());
        for (String id : parts[3].strip().split(" +")) {
            if (!id.matches("[0-9]{12}") || known.put(id, owner) != null) {
                throw new IllegalArgumentException("'" + id + "' is no account id, or stands twice: " + line);
            }
        }
    }

    Optional<Known> of(String account) {
        return Optional.ofNullable(byId.get(account));
    }

    int size() {
        return byId.size();
    }
}
