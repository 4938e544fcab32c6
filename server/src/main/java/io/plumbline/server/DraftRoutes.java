package io.plumbline.server;

import io.plumbline.assess.RuleDraft;
import io.plumbline.assess.RuleDrafting;
import io.plumbline.model.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Queries that become rules. The rule is the caller's to keep: the server's catalog stays as it is. */
final class DraftRoutes implements Routes {
    private final Center center;

    private record DraftBody(
            String id,
            String title,
            String severity,
            String category,
            String meaning,
            String sql,
            String unit,
            Optional<String> asset,
            String fails) {}

    DraftRoutes(Center center) {
        this.center = center;
    }

    @Override
    public void add(BiConsumer<String, Deed> routes) {
        routes.accept("draftRule", this::draft);
    }

    private Answer draft(Request request) {
        DraftBody body = request.body(DraftBody.class);
        RuleDraft draft = new RuleDraft(
                body.id(),
                body.title().strip(),
                Severity.of(body.severity()),
                body.category().strip(),
                body.meaning().strip(),
                body.sql(),
                body.unit(),
                body.asset(),
                body.fails().equals("status") ? RuleDraft.Fails.STATUS : RuleDraft.Fails.EVERY_ROW);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("README.txt", readMe(draft.id()));
        files.putAll(new RuleDrafting(center.catalog(), center.types()).files(draft));
        return new Answer.File("application/zip", draft.id() + ".zip", out -> write(files, out));
    }

    private static String readMe(String id) {
        return """
                A rule made of a query. Unpack it into a folder, MY-RULES for example:

                    unzip %s.zip -d MY-RULES

                1. rule.yaml: say why it matters and how to fix what it finds.
                2. cases.yaml: give the first case rows, and say what must come out.
                3. plumbline rules test MY-RULES
                4. plumbline assess --rules-dir MY-RULES --rules %s
                """.formatted(id, id);
    }

    private static void write(Map<String, String> files, OutputStream out) {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The rule cannot be sent", e);
        }
    }
}
