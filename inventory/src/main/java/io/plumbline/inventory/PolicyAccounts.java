package io.plumbline.inventory;

import io.plumbline.policy.Condition;
import io.plumbline.policy.Effect;
import io.plumbline.policy.PolicyDocument;
import io.plumbline.policy.PolicyReader;
import io.plumbline.policy.PolicyReading;
import io.plumbline.policy.Principals;
import io.plumbline.policy.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The accounts that a policy document names: as principals, in conditions, and as owners of resources. */
final class PolicyAccounts {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{12}");
    private static final Pattern ARN = Pattern.compile("arn:[^:]*:[^:]*:[^:]*:([0-9]{12}):.*", Pattern.DOTALL);

    private PolicyAccounts() {}

    /**
     * One mention.
     *
     * @param account twelve digits
     * @param statement the statement's Sid, or its place
     * @param effect Allow, Deny, or empty where it is neither
     * @param element where in the statement: Principal, Condition and its key, Resource
     * @param value what stands there
     * @param conditions all conditions of the statement, in one line; empty if there are none
     */
    record Mention(String account, String statement, String effect, String element, String value, String conditions) {}

    /** The mentions as a JSON list; empty if the text is no policy. */
    static Optional<String> json(String text) {
        return text.contains("\"Statement\"")
                ? Optional.of(JsonMapper.shared().writeValueAsString(of(text)))
                : Optional.empty();
    }

    /** The mentions, each once; none if the text cannot be read as a policy. */
    static Set<Mention> of(String text) {
        return switch (new PolicyReader().read(text)) {
            case PolicyReading.Unreadable _ -> Set.of();
            case PolicyReading.Readable readable -> mentions(readable.document());
        };
    }

    private static Set<Mention> mentions(PolicyDocument document) {
        Set<Mention> mentions = new LinkedHashSet<>();
        for (Statement statement : document.statements()) {
            statement.principal().ifPresent(named -> principals(statement, "Principal", named, mentions::add));
            statement.notPrincipal().ifPresent(named -> principals(statement, "NotPrincipal", named, mentions::add));
            statement.conditions().forEach(condition -> condition(statement, condition, mentions::add));
            texts(statement, "Resource", statement.resources(), mentions::add);
            texts(statement, "NotResource", statement.notResources(), mentions::add);
        }
        return mentions;
    }

    private static void principals(Statement statement, String element, Principals named, Consumer<Mention> found) {
        for (List<String> names : named.byKind().values()) {
            for (String name : names) {
                account(name, true).ifPresent(account -> found.accept(mention(statement, account, element, name)));
            }
        }
    }

    /** A bare number is an account only where the key says so: a port or a size may have twelve digits too. */
    private static void condition(Statement statement, Condition condition, Consumer<Mention> found) {
        String key = condition.key().toLowerCase(Locale.ROOT);
        boolean numbers = key.endsWith("account") || key.endsWith("owner") || key.endsWith("accounts");
        for (String value : condition.values()) {
            account(value, numbers)
                    .ifPresent(account ->
                            found.accept(mention(statement, account, "Condition " + condition.key(), value)));
        }
    }

    private static void texts(Statement statement, String element, List<String> values, Consumer<Mention> found) {
        for (String value : values) {
            account(value, false).ifPresent(account -> found.accept(mention(statement, account, element, value)));
        }
    }

    private static Optional<String> account(String value, boolean bare) {
        if (bare && NUMBER.matcher(value).matches()) {
            return Optional.of(value);
        }
        Matcher arn = ARN.matcher(value);
        return arn.matches() ? Optional.of(arn.group(1)) : Optional.empty();
    }

    private static Mention mention(Statement statement, String account, String element, String value) {
        return new Mention(
                account,
                statement.label(),
                statement.effect().map(Effect::word).orElse(""),
                element,
                value,
                statement.conditions().stream().map(Condition::toString).collect(Collectors.joining("; ")));
    }
}
