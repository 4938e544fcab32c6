package io.plumbline.assess;

import io.plumbline.model.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The texts of a catalog folder, by their path in it with {@code /} between names. No central list is kept: what is there counts.
 *
 * @param origin what to call the folder in messages
 * @param builtIn whether it came with the program
 */
record CatalogFiles(String origin, boolean builtIn, Map<String, String> texts) {
    private static final String RESOURCE = "/catalog/frameworks/";

    /** Those packed into the program. */
    static CatalogFiles packed() {
        URL url = Optional.ofNullable(CatalogFiles.class.getResource(RESOURCE))
                .orElseThrow(() -> new IllegalStateException("the program was packed without its catalog"));
        try {
            if (url.openConnection() instanceof JarURLConnection jar) {
                Path file = Path.of(jar.getJarFileURL().toURI());
                try (FileSystem inside = FileSystems.newFileSystem(file)) {
                    return read("catalog", true, inside.getPath("/catalog"));
                }
            }
            return read("catalog", true, Path.of(url.toURI()).resolveSibling("."));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the program's own catalog at " + url, e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not an address of a file: " + url, e);
        }
    }

    /**
     * A user's own.
     *
     * @throws BadInput if it is no folder of this shape
     */
    static CatalogFiles of(Path folder) {
        if (!Files.isDirectory(folder.resolve("rules")) && !Files.isDirectory(folder.resolve("frameworks"))) {
            throw new BadInput("No rules at " + folder
                    + ": it holds neither rules/SERVICE/RULE-ID/rule.yaml nor frameworks/ID.yaml."
                    + " `plumbline rules new ID` makes a rule to start from.");
        }
        return read(folder.toString(), false, folder);
    }

    private static CatalogFiles read(String origin, boolean builtIn, Path root) {
        Map<String, String> texts = new TreeMap<>();
        for (String part : new String[] {"views", "rules", "frameworks"}) {
            Path folder = root.resolve(part);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.filter(Files::isRegularFile)
                            .filter(file -> file.toString().endsWith(".yaml")
                                    || file.toString().endsWith(".sql"))
                            .forEach(file -> texts.put(key(root, file), text(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException("Cannot read the catalog folder " + folder, e);
                }
            }
        }
        return new CatalogFiles(origin, builtIn, texts);
    }

    private static String key(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new BadInput(file + ": this is not UTF-8 text.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** A file's name for messages. */
    String label(String path) {
        return origin + "/" + path;
    }
}
