package io.plumbline.aws;

import io.plumbline.collect.ResourceType;
import io.plumbline.collect.Source;
import io.plumbline.snapshot.Schemas;
import io.plumbline.snapshot.TableSchema;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** Every resource type of this room, as declared. */
public final class AwsTypes implements Schemas {
    private final List<Source<?, ?>> sources;
    private final List<TableSchema> tables;

    private AwsTypes(List<Source<?, ?>> sources) {
        this.sources = sources;
        this.tables = sources.stream().map(Source::schema).toList();
    }

    /** Finds them; the compiler wrote the index. */
    public static AwsTypes load() {
        return new AwsTypes(ServiceLoader.load(ResourceType.class, AwsTypes.class.getClassLoader()).stream()
                .<Source<?, ?>>map(provider -> provider.get().source())
                .sorted(Comparator.comparing(Source::table))
                .toList());
    }

    /** How each table is read, ordered by name. */
    public List<Source<?, ?>> sources() {
        return sources;
    }

    @Override
    public List<TableSchema> tables() {
        return tables;
    }
}
