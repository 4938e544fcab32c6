package io.plumbline.assess;

import io.plumbline.model.BadInput;
import io.plumbline.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The texts that a new rule starts from. */
public final class RuleTemplate {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");

    private RuleTemplate() {}

    /**
     * The files of a rule's folder with texts to fill in, SQL that runs, and a case that fails until it is right.
     *
     * @throws BadInput if this is no id of a rule
     */
    public static Map<String, String> blank(String id) {
        checked(id);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "rule.yaml",
                words(
                        "What holds when this rule passes, as one line",
                        Severity.MEDIUM,
                        "Networking",
                        "VPC owned by the account",
                        ">\n  What exactly is tested, and what is not counted."));
        files.put("rule.sql", text("rule.sql"));
        files.put("cases.yaml", text("cases.yaml").replace("@ID@", id));
        return files;
    }

    /**
     * The service whose folder a rule goes to if nobody says another: its id's first word.
     *
     * @throws BadInput if this is no id of a rule
     */
    public static String service(String id) {
        return checked(id).substring(0, id.indexOf('-'));
    }

    private static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw new BadInput("'" + id
                    + "' is not a rule id: two or more lower-case words joined by hyphens, such as vpc-no-default.");
        }
        return id;
    }

    /** {@code rule.yaml} with these words, each as YAML. */
    static String words(String title, Severity severity, String category, String unit, String meaning) {
        return text("rule.yaml")
                .replace("@SEVERITY@", severity.word())
                .replace("@CATEGORY@", category)
                .replace("@UNIT@", unit)
                .replace("@TITLE@", title)
                .replace("@MEANING@", meaning);
    }

    private static String text(String file) {
        try (InputStream in = RuleTemplate.class.getResourceAsStream("templates/rule/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no template " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the template " + file, e);
        }
    }
}
