package io.plumbline.aws;

import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.TableSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Every resource type of this room, as declared. */
public final class AwsTypes implements Schemas {
    private final SortedMap<String, Source<?, ?>> sources = new TreeMap<>();
    private final Map<String, TableSchema> schemas = new ConcurrentHashMap<>();

    private AwsTypes(Stream<Source<?, ?>> all) {
        all.forEach(source -> sources.put(source.table(), source));
    }

    /** Finds them; the compiler wrote the index. */
    public static AwsTypes load() {
        return new AwsTypes(ServiceLoader.load(ResourceType.class, AwsTypes.class.getClassLoader()).stream()
                .map(provider -> provider.get().source()));
    }

    /** How each table is read, ordered by name. */
    public List<Source<?, ?>> sources() {
        return List.copyOf(sources.values());
    }

    @Override
    public List<String> names() {
        return List.copyOf(sources.keySet());
    }

    @Override
    public List<TableSchema> tables() {
        return sources.keySet().stream().flatMap(name -> table(name).stream()).toList();
    }

    @Override
    public Optional<TableSchema> table(String name) {
        return Optional.ofNullable(sources.get(name))
                .map(source -> schemas.computeIfAbsent(name, unknown -> source.schema()));
    }
}
