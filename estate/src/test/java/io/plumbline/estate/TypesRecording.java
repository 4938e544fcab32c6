package io.plumbline.estate;

import io.plumbline.collect.Recording;
import io.plumbline.snapshot.Column;
import io.plumbline.snapshot.Need;
import io.plumbline.snapshot.Schemas;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** An account that has every resource type once, as {@code estate/record_types.py} recorded it. */
final class TypesRecording {
    private TypesRecording() {}

    static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(TypesRecording.class.getResource("types"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Recording open() {
        return Recording.open(folder());
    }

    /** Every table with every detail, those too that are read only on request. */
    static List<Need> everything(Schemas schemas) {
        return schemas.tables().stream()
                .map(table -> new Need(
                        table.name(),
                        table.columns().stream()
                                .filter(Column::detail)
                                .map(Column::name)
                                .collect(Collectors.toSet()),
                        Optional.empty(),
                        Map.of()))
                .toList();
    }
}
