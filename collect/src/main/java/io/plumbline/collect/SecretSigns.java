package io.plumbline.collect;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a text that people wrote into a configuration looks like a secret: by its form, as keys of well-known services have one, or
 * by its name with a value that could be one. A sign, never a proof.
 */
public final class SecretSigns {
    private record Sign(String what, Pattern form) {}

    /** Forms that their makers publish so that scanners can find them; the longer before the shorter. */
    private static final List<Sign> FORMS = List.of(
            new Sign("private key", Pattern.compile("-----BEGIN (?:[A-Z]+ )*PRIVATE KEY")),
            new Sign("AWS access key id", Pattern.compile("\\b(?:AKIA|ASIA)[A-Z2-7]{16}\\b")),
            new Sign(
                    "GitHub token",
                    Pattern.compile("\\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,})\\b")),
            new Sign("GitLab token", Pattern.compile("\\bglpat-[A-Za-z0-9_-]{20,}")),
            new Sign("Slack token", Pattern.compile("\\bxox[abeoprs]-[A-Za-z0-9-]{10,}")),
            new Sign("Slack webhook", Pattern.compile("hooks\\.slack\\.com/services/T\\w+/B\\w+/\\w+")),
            new Sign("Stripe key", Pattern.compile("\\b[rs]k_live_[A-Za-z0-9]{16,}")),
            new Sign("Google API key", Pattern.compile("\\bAIza[A-Za-z0-9_-]{35}")),
            new Sign("npm token", Pattern.compile("\\bnpm_[A-Za-z0-9]{36}\\b")),
            new Sign("SendGrid key", Pattern.compile("\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}")),
            new Sign("JSON web token", Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.")),
            new Sign(
                    "password in an address",
                    Pattern.compile("\\b[a-zA-Z][a-zA-Z0-9+.-]*://[^\\s/:@]*:[^\\s/@$<{]+@")));

    private static final String NAMES =
            "pass(?:wd|word|phrase|code)?|pwd|secrets?|tokens?|api_?key|access_?key|private_?key|signing_?key|encryption_?key|auth_?key"
                    + "|credentials?|creds?|bearer|authorization";

    private static final Pattern NAME = Pattern.compile("(?:^|_)(?:" + NAMES + ")(?:_?[0-9]+)?(?:_|$)");

    /** A line of a script or a file of settings that gives something with such a name a value of its own. */
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?im)\\b([a-z][\\w.-]{0,60}?)[\"']?\\s*[=:]\\s*[\"']?([^\\s\"'${}<>;,|&()\\[\\]]{6,})");

    /** A name of where the secret is kept, and what stands for one that is put in later. */
    private static final Pattern REFERENCE = Pattern.compile(
            "(?:arn:[\\w-]+:.*|\\$.*|\\{\\{.*|<.*>|%.*%|/[\\w./-]+|https?://[^@]*|true|false|none|null|[0-9]{1,4}|\\*+|x{4,})",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What such a name ends with when its value tells about a secret and is none. */
    private static final Pattern ABOUT = Pattern.compile(
            "_(?:arn|name|id|path|file|url|uri|length|policy|ttl|type|version|expiry|enabled|rotation|parameter)$");

    private SecretSigns() {}

    /**
     * What the text looks like.
     *
     * @param name by which its owner calls it, such as the name of an environment variable
     */
    public static Optional<String> of(String name, String value) {
        Optional<String> plain = form(value).or(() -> named(name, value)).or(() -> assigned(value));
        return plain.isPresent()
                ? plain
                : decoded(value).flatMap(text -> form(text).or(() -> assigned(text)));
    }

    private static Optional<String> form(String value) {
        return FORMS.stream()
                .filter(sign -> sign.form().matcher(value).find())
                .map(Sign::what)
                .findFirst();
    }

    private static Optional<String> named(String name, String value) {
        String snake = ColumnNames.snake(name).replaceAll("[^a-z0-9]+", "_");
        boolean secret = NAME.matcher(snake).find() && !ABOUT.matcher(snake).find();
        return secret && !value.isBlank() && !REFERENCE.matcher(value.strip()).matches()
                ? Optional.of("value of something named like a secret")
                : Optional.empty();
    }

    private static Optional<String> assigned(String value) {
        Matcher matcher = ASSIGNMENT.matcher(value);
        while (matcher.find()) {
            if (named(matcher.group(1), matcher.group(2)).isPresent()) {
                return Optional.of("assignment of something named like a secret");
            }
        }
        return Optional.empty();
    }

    /** User data comes as base64; what is not text inside is looked at as it is. */
    private static Optional<String> decoded(String value) {
        String packed = value.strip();
        if (packed.length() < 16 || packed.length() % 4 != 0) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(packed);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** A name or a text that stands for a secret kept elsewhere, in lower case, such as an ARN. */
    static boolean isReference(String value) {
        String text = value.toLowerCase(Locale.ROOT);
        return text.startsWith("arn:") || text.equals("true") || text.equals("false");
    }
}
