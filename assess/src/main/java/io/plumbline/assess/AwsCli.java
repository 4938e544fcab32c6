package io.plumbline.assess;

import java.util.regex.Pattern;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the AWS command line calls things, and how a shell takes a text as it is. */
final class AwsCli {
    /** Where a capital begins a word: after a small letter or digit, or as the last of a run that a small letter follows. */
    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private AwsCli() {}

    /** The command of a service that IAM knows by this prefix. */
    static String command(String service) {
        return switch (service) {
            case "s3" -> "s3api";
            case "config" -> "configservice";
            case "elasticloadbalancing" -> "elbv2";
            default -> service;
        };
    }

    /** {@code EnableKeyRotation} as {@code enable-key-rotation}. */
    static String hyphenated(String operation) {
        return WORD.matcher(operation).replaceAll("-").toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * JSON on one line in visible ASCII: a name may hold line breaks, or characters that steer a terminal or turn the direction of
     * writing, and what a person reads must be what the shell gets.
     */
    static String plainJson(JsonNode json) {
        return JsonMapper.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build()
                .writeValueAsString(json)
                .replace("\u007f", "\\u007f");
    }

    /** A text as one word of a POSIX shell. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
