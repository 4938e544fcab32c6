package io.plumbline.server;

import io.plumbline.snapshot.Hashes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages with the data in them as one HTML file, which a browser opens from a disk without any network. The data are the API's own
 * answers to who asks for the file, so nothing is in it that they could not read page by page. They stand in an element that no browser
 * runs, with their hash behind them.
 */
final class OfflineReport {
    /** How the page finds its data (web/src/offline/data.ts). */
    private static final String DATA = "<script type=\"application/json\" id=\"plumbline-data\">";

    private static final String SUM = "</script>\n<script type=\"application/json\" id=\"plumbline-sum\">";
    private static final String END = "</script>\n";

    private final OfflineTemplate template;
    private final OfflineData data;
    private final About about;

    /** An account by its name. */
    record AccountRef(String id, String name) {}

    /**
     * What the file says of itself.
     *
     * @param asOf the day whose end it shows; empty for when it was made
     * @param accounts those that it tells of
     * @param narrowed whether there are others that who made it could see
     * @param gaps how much could not be read, by account
     */
    record About(
            String version,
            Instant madeAt,
            String madeBy,
            String framework,
            String title,
            Optional<String> asOf,
            List<AccountRef> accounts,
            boolean narrowed,
            Map<String, Long> gaps) {}

    OfflineReport(OfflineTemplate template, OfflineData data, About about) {
        this.template = template;
        this.data = data;
        this.about = about;
    }

    /** Writes it as it goes; the stream stays open. */
    void write(OutputStream out) {
        MessageDigest digest = Hashes.fresh();
        try {
            text(out, template.before() + DATA);
            OutputStream hashed = new BufferedOutputStream(new DigestOutputStream(out, digest));
            try (OfflineJson json = new OfflineJson(new ScriptSafe(hashed))) {
                json.value("about", about);
                data.write(json);
            }
            text(out, SUM + "{\"sha256\":\"" + HexFormat.of().formatHex(digest.digest()) + "\"}" + END);
            text(out, template.after());
        } catch (IOException e) {
            throw new UncheckedIOException("The offline pages could not be sent: " + e.getMessage(), e);
        }
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
