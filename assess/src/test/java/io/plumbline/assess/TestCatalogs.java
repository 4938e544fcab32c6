package io.plumbline.assess;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The catalog folders among the test resources. */
final class TestCatalogs {
    private TestCatalogs() {}

    static Path engineFolder() {
        try {
            return Path.of(Objects.requireNonNull(TestCatalogs.class.getResource("engine"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Catalog engine() {
        return Catalog.of(engineFolder());
    }
}
