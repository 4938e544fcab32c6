package io.plumbline.notify;

import io.plumbline.model.BadInput;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a channel was told, the secrets in clear.
 *
 * @param fields what its kind needs
 */
public record Settings(List<Field> fields, Map<String, String> values, Map<String, String> secrets) {
    private static final int MOST_PORT = 65_535;

    public Settings {
        fields = List.copyOf(fields);
        values = Map.copyOf(values);
        secrets = Map.copyOf(secrets);
    }

    /**
     * Refuses what a channel of the kind could not work with.
     *
     * @throws BadInput that names the field and says what is right; never a secret's value
     */
    void check() {
        Map<String, Field> known = new TreeMap<>();
        fields.forEach(field -> known.put(field.name(), field));
        unknown(known, values, false);
        unknown(known, secrets, true);
        fields.forEach(this::check);
    }

    private static void unknown(Map<String, Field> known, Map<String, String> given, boolean secret) {
        for (String name : new TreeSet<>(given.keySet())) {
            Field field = known.get(name);
            if (field == null) {
                throw new BadInput("There is no setting '" + name + "' here. There are: "
                        + String.join(", ", known.keySet()) + ".");
            }
            if (field.secret() != secret) {
                throw new BadInput("'" + name + "' is "
                        + (secret ? "no secret: give it with the settings." : "a secret: give it with the secrets."));
            }
        }
    }

    private void check(Field field) {
        Optional<String> value = optional(field.name());
        if (value.isEmpty()) {
            if (field.required()) {
                throw wrong(field, "is missing");
            }
            return;
        }
        if (!field.choices().isEmpty() && !field.choices().contains(value.get())) {
            throw wrong(field, "must be one of " + String.join(", ", field.choices()));
        }
        switch (field.form()) {
            case TEXT -> {
                if (value.get().chars().anyMatch(Character::isISOControl)) {
                    throw wrong(field, "holds a line break or another control character");
                }
            }
            case URL -> url(field, value.get());
            case NUMBER -> {
                if (!value.get().matches("\\d{1,5}") || Integer.parseInt(value.get()) > MOST_PORT) {
                    throw wrong(field, "must be a number up to " + MOST_PORT);
                }
            }
        }
    }

    private static void url(Field field, String text) {
        try {
            URI url = new URI(text);
            if (url.getHost() == null || !List.of("https", "http").contains(url.getScheme())) {
                throw wrong(field, "must be a URL that begins with https://");
            }
            if (url.getUserInfo() != null) {
                throw wrong(field, "must not hold a name or password before the host");
            }
        } catch (URISyntaxException e) {
            // Its own message holds the text, which may be a secret.
            throw wrong(field, "must be a URL that begins with https://");
        }
    }

    private static BadInput wrong(Field field, String what) {
        return new BadInput("'" + field.name() + "' (" + field.title() + ") " + what + ". " + field.hint() + ".");
    }

    /** A value that must be there. */
    String text(String name) {
        return optional(name)
                .orElseThrow(() -> new BadInput("'" + name + "' is missing. Set it in the channel's settings."));
    }

    /** A value, or the first of its choices; empty if there is neither. */
    Optional<String> optional(String name) {
        return Optional.ofNullable(values.getOrDefault(name, secrets.getOrDefault(name, "")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .or(() -> fields.stream()
                        .filter(field -> field.name().equals(name))
                        .flatMap(field -> field.choices().stream())
                        .findFirst());
    }

    /** Whether a choice between no and yes is yes. */
    boolean yes(String name) {
        return optional(name).filter("yes"::equals).isPresent();
    }

    /** Without a slash at its end, so that a path can follow. */
    String base(String name) {
        return text(name).replaceFirst("/+$", "");
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Settings" + new TreeMap<>(values);
    }
}
