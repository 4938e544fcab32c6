package io.plumbline.report;

import io.plumbline.model.BadInput;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Every format there is. */
public final class Formats {
    private Formats() {}

    /** All formats, ordered by id. */
    public static List<Format> all() {
        return ServiceLoader.load(Format.class, Formats.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Format::id))
                .toList();
    }

    /**
     * One format.
     *
     * @throws BadInput if there is none of that id, naming those that exist
     */
    public static Format of(String id) {
        List<Format> all = all();
        return all.stream()
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInput("There is no format '" + id + "'. Choose one of "
                        + all.stream().map(Format::id).collect(Collectors.joining(", ")) + "."));
    }
}
