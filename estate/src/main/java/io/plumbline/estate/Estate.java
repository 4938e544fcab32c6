package io.plumbline.estate;

import io.plumbline.collect.Recording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;

/** The recording that ships with the program, out of the jar or the build's folder. */
public final class Estate {
    private static final String PLACE = "/io/plumbline/estate/recording";

    private Estate() {}

    /** Reads it into memory. */
    public static Recording recording() {
        URL head = Estate.class.getResource(PLACE + "/recording.json");
        if (head == null) {
            throw new IllegalStateException("this build holds no estate: run estate/generate.py");
        }
        try {
            URI uri = head.toURI();
            if (!uri.getScheme().equals("jar")) {
                return Recording.open(Path.of(uri).resolveSibling("."));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return Recording.open(jar.getPath(PLACE));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the estate out of " + head, e);
        }
    }
}
