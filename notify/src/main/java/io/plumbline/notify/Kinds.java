package io.plumbline.notify;

import io.plumbline.model.BadInput;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The kinds of channels there are.
 *
 * @param all ordered by title
 */
public record Kinds(List<ChannelKind> all) {
    /** Those that came with the program. */
    public static Kinds load() {
        return new Kinds(ServiceLoader.load(ChannelKind.class, Kinds.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(ChannelKind::title))
                .toList());
    }

    /** One; empty if there is none of that id. */
    public Optional<ChannelKind> find(String id) {
        return all.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /**
     * One.
     *
     * @throws BadInput if there is none of that id, naming those that exist
     */
    public ChannelKind of(String id) {
        return find(id).orElseThrow(() -> new BadInput("There is no kind of channel '" + id + "'. There are: "
                + all.stream().map(ChannelKind::id).sorted().collect(Collectors.joining(", ")) + "."));
    }

    /**
     * Refuses settings that a channel of a kind could not work with.
     *
     * @throws BadInput that names the setting and says what is right
     */
    public void check(String id, Map<String, String> values, Map<String, String> secrets) {
        new Settings(of(id).fields(), values, secrets).check();
    }
}
