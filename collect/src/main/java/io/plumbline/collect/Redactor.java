package io.plumbline.collect;

import java.security.SecureRandom;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets and personal data out of what is recorded, before anything is written: each is replaced by a token of the same shape,
 * the same one wherever it stands, so a recording still makes sense. The tokens hang on a random number that is never stored with them:
 * only a run that has not ended knows it, so that it can go on after a kill.
 */
final class Redactor {
    private static final String NAMES =
            "SecretAccessKey|SessionToken|secretAccessKey|sessionToken|accessToken|TokenCode"
                    + "|UserData|userData|PhoneNumber|phoneNumber|AddressLine[123]|addressLine[123]|PostalCode|postalCode"
                    + "|[A-Za-z]*Password|password|PASSWORD|SecretString|SecretBinary|Base32StringSeed|QRCodePNG|PrivateKey"
                    + "|[Ss]haredSecret|[Cc]lientSecret|[Ss]ecret|HECToken|OAuthToken|[Aa]uthToken|[Aa]uthKey|[Pp]reSharedKey"
                    + "|customerRouterConfig|[Cc]ustomerGatewayConfiguration|[Aa]ctivationCode|RegistrationCode"
                    + "|HeaderValue|AttributeValue|OutputValue|TemplateBody|definition|Input|InputTemplate|buildspec|defaultValue"
                    + "|ExtraConnectionAttributes"
                    // AWS has camel case; names of this form are options of people's own tools.
                    + "|(?:[a-z0-9]+[-_.])+(?:password|secret|token|apikey)|(?:[A-Z0-9]+_)+(?:PASSWORD|SECRET|TOKEN|KEY)"
                    + "|--[a-z0-9-]*(?:password|secret|token|key)";

    /** The inside of a JSON string; written so that a long one does not need a deep stack. */
    private static final String TEXT = "[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+";

    /** In XML: an element with text. In JSON: a member with a string. In a form's parameters: a line. */
    private static final Pattern FIELDS = Pattern.compile("(<(?:" + NAMES + ")>(?:\\s*<value>)?)([^<]+)(</)"
            + "|(\"(?:" + NAMES + ")\"\\s*:\\s*\")(" + TEXT + ")(\")"
            + "|((?:^|\n)(?:" + NAMES + ")=)([^\n]*)()");

    /** Temporary access keys stand only in answers that hand them out; their first four letters say what they are. */
    private static final Pattern TEMPORARY_KEY = Pattern.compile("\\bASIA[A-Z0-9]{12,}\\b");

    private static final Pattern PHONE = Pattern.compile("(?<![\\w+])\\+[1-9][0-9]{7,14}\\b");

    /** A map of environment variables, whose values people use for secrets. */
    private static final Pattern VARIABLES = Pattern.compile(
            "(\"(?:Variables|[Ee]nvironmentVariables|RuntimeEnvironmentVariables|[Ss]tageVariables|variables"
                    + "|stageVariableOverrides|requestParameters|requestTemplates|Properties|DefaultArguments|NonOverridableArguments)\"\\s*:\\s*)\\{"
                    + "((?:\\s*+\"" + TEXT + "\"\\s*+:\\s*+(?:\"" + TEXT + "\"|[^\"{}\\[\\],]++)\\s*+,?+)*+\\s*+)\\}");

    /** A variable or a parameter whose name stands beside its value, in either order. */
    private static final Pattern PAIRS = Pattern.compile(
            "(\"name\"\\s*:\\s*\"" + TEXT + "\"\\s*,\\s*\"value\"\\s*:\\s*\")(" + TEXT + ")(\")"
                    + "|(\"value\"\\s*:\\s*\")(" + TEXT + ")(\"\\s*,\\s*\"name\"\\s*:)"
                    + "|(<ParameterKey>[^<]*</ParameterKey>\\s*<ParameterValue>)([^<]+)(</)"
                    + "|(<Namespace>aws:elasticbeanstalk:application:environment</Namespace>\\s*(?:<OptionName>[^<]*</OptionName>\\s*)?<Value>)"
                    + "([^<]+)(</)"
                    + "|(<Value>)([^<]+)(</Value>\\s*(?:<OptionName>[^<]*</OptionName>\\s*)?"
                    + "<Namespace>aws:elasticbeanstalk:application:environment)",
            Pattern.DOTALL);

    /** Settings of AWS, whose values are words. */
    private static final Pattern SETTING = Pattern.compile("enabled|disabled|enhanced|on|off|true|false|[0-9]{1,4}");

    /** Who signs in, in front of the host of an address. */
    private static final Pattern SIGNED_ADDRESS = Pattern.compile("(?<=://)[^/@\\s\"<]+(?=@)");

    /** What a document writes for one letter; changed, the document would no longer be one. */
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\u[0-9a-fA-F]{4}|\\\\.|&#?[A-Za-z0-9]{1,8};", Pattern.DOTALL);

    private static final Pattern JSON_VALUE = Pattern.compile("(\"\\s*+:\\s*+\")(" + TEXT + ")(\")");

    private final String salt;

    Redactor() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.salt = HexFormat.of().formatHex(random);
    }

    /** Goes on with the tokens of an earlier one. */
    Redactor(String salt) {
        this.salt = salt;
    }

    String salt() {
        return salt;
    }

    String redact(String text) {
        String fields = FIELDS.matcher(text).replaceAll(match -> Matcher.quoteReplacement(field(match)));
        String keys = TEMPORARY_KEY
                .matcher(fields)
                .replaceAll(match -> "ASIA" + token(match.group().substring(4)));
        String phones = PHONE.matcher(keys)
                .replaceAll(match ->
                        Matcher.quoteReplacement("+" + token(match.group().substring(1))));
        String pairs = PAIRS.matcher(phones).replaceAll(match -> Matcher.quoteReplacement(pair(match)));
        String addresses =
                SIGNED_ADDRESS.matcher(pairs).replaceAll(match -> Matcher.quoteReplacement(token(match.group())));
        return VARIABLES
                .matcher(addresses)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + "{"
                        + JSON_VALUE
                                .matcher(match.group(2))
                                .replaceAll(value -> Matcher.quoteReplacement(
                                        value.group(1) + token(value.group(2)) + value.group(3)))
                        + "}"));
    }

    private String pair(java.util.regex.MatchResult match) {
        int first = 1;
        while (match.group(first) == null) {
            first += 3;
        }
        String value = match.group(first + 1);
        return match.group(first) + (SETTING.matcher(value).matches() ? value : token(value)) + match.group(first + 2);
    }

    private String field(java.util.regex.MatchResult match) {
        int first = match.group(1) != null ? 1 : match.group(4) != null ? 4 : 7;
        return match.group(first) + token(match.group(first + 1)) + match.group(first + 2);
    }

    /** Digits stay digits, letters letters of the same case, anything else itself, escapes of JSON and XML too. */
    private String token(String secret) {
        BitSet kept = new BitSet();
        ESCAPE.matcher(secret).results().forEach(escape -> kept.set(escape.start(), escape.end()));
        StringBuilder out = new StringBuilder(secret.length());
        String seed = RequestKey.sha256(salt + secret);
        String stream = "";
        for (int i = 0; i < secret.length(); i++) {
            if (i % 32 == 0) {
                stream = RequestKey.sha256(seed + i);
            }
            int random = Integer.parseInt(stream.substring(2 * (i % 32), 2 * (i % 32) + 2), 16);
            char letter = secret.charAt(i);
            if (kept.get(i)) {
                out.append(letter);
            } else if (letter >= '0' && letter <= '9') {
                out.append((char) ('0' + random % 10));
            } else if (letter >= 'a' && letter <= 'z') {
                out.append((char) ('a' + random % 26));
            } else if (letter >= 'A' && letter <= 'Z') {
                out.append((char) ('A' + random % 26));
            } else {
                out.append(letter);
            }
        }
        return out.toString();
    }
}
