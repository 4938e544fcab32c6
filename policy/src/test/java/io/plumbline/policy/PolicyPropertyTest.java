package io.plumbline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class PolicyPropertyTest {
    private final PolicyReader reader = new PolicyReader();

    @Property
    void any_bytes_give_a_reading(@ForAll byte[] bytes) {
        assertThat(reader.read(bytes)).isNotNull();
    }

    @Property
    void any_text_that_looks_like_a_policy_gives_a_reading(@ForAll("scraps") List<String> scraps) {
        assertThat(reader.read(String.join("", scraps))).isNotNull();
    }

    @Property
    void globs_agree_with_regular_expressions(@ForAll("globs") String glob, @ForAll("words") String text) {
        String regex = glob.chars()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .reduce("", String::concat);
        assertThat(Glob.matches(glob, text)).isEqualTo(text.matches(regex));
        assertThat(Glob.ignoringCase(glob, text)).isEqualTo(text.matches("(?i)" + regex));
    }

    @Property
    void full_admin_needs_one_member_of_each_list_and_no_order(
            @ForAll("actions") @Size(max = 4) List<String> actions,
            @ForAll("resources") @Size(max = 4) List<String> resources,
            @ForAll Random random) {
        boolean full = actions.stream().anyMatch(List.of("*", "**", "*:*")::contains)
                && resources.stream().anyMatch(List.of("*", "***")::contains);
        for (int i = 0; i < 3; i++) {
            assertThat(FullAdmin.statements(allow(actions, resources)).isEmpty())
                    .isNotEqualTo(full);
            actions = shuffled(actions, random);
            resources = shuffled(resources, random);
        }
    }

    @Property
    void a_further_condition_never_makes_a_statement_public(
            @ForAll("conditions") @Size(max = 3) List<String> conditions, @ForAll("conditions") List<String> more) {
        PolicyDocument before = conditioned(conditions);
        List<String> all = new ArrayList<>(conditions);
        all.addAll(more);
        if (PublicAccess.statements(before).isEmpty()) {
            assertThat(PublicAccess.statements(conditioned(all))).isEmpty();
        }
    }

    @Property(tries = 20)
    void globs_of_many_stars_end_soon(@ForAll("stars") String glob) {
        assertTimeout(Duration.ofSeconds(2), () -> Glob.matches(glob + "b", "a".repeat(10_000)));
    }

    @Provide
    Arbitrary<String> stars() {
        return Arbitraries.of("*a", "a*", "*")
                .list()
                .ofMinSize(500)
                .ofMaxSize(1000)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> globs() {
        return Arbitraries.of('a', 'b', 'A', '*', '?').list().ofMaxSize(8).map(PolicyPropertyTest::joined);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of('a', 'b', 'A').list().ofMaxSize(8).map(PolicyPropertyTest::joined);
    }

    @Provide
    Arbitrary<List<String>> actions() {
        return Arbitraries.of("*", "**", "*:*", "s3:*", "*:Get", "iam:PassRole", "*:*:*")
                .list();
    }

    @Provide
    Arbitrary<List<String>> resources() {
        return Arbitraries.of("*", "***", "*:*", "arn:aws:s3:::*", "").list();
    }

    @Provide
    Arbitrary<List<String>> conditions() {
        return Arbitraries.of(
                        "StringEquals", "StringNotEquals", "StringLikeIfExists", "ForAllValues:StringLike", "Bool")
                .flatMap(operator -> Arbitraries.of("aws:SourceAccount", "aws:SourceVpc", "aws:Other")
                        .flatMap(key -> Arbitraries.of("111122223333", "1*", "vpc-1")
                                .map(value -> "{\"" + operator + "\": {\"" + key + "\": \"" + value + "\"}}")))
                .list();
    }

    @Provide
    Arbitrary<List<String>> scraps() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"Statement\"",
                        "\"Effect\"",
                        "\"Allow\"",
                        "\"Action\"",
                        "\"*\"",
                        "\"Principal\"",
                        "\"AWS\"",
                        "\"Condition\"",
                        "\"StringLike\"",
                        "null",
                        "1",
                        "true",
                        "\"",
                        "\\",
                        " ")
                .list()
                .ofMaxSize(40);
    }

    private static String joined(List<Character> characters) {
        return characters.stream().map(String::valueOf).reduce("", String::concat);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static PolicyDocument allow(List<String> actions, List<String> resources) {
        return Policies.of("\"Effect\": \"Allow\", \"Action\": " + Policies.json(actions) + ", \"Resource\": "
                + Policies.json(resources));
    }

    /** Condition objects can name an operator once only, so every condition is read alone and put together here. */
    private static PolicyDocument conditioned(List<String> conditions) {
        Statement open = Policies.of("\"Effect\": \"Allow\", \"Principal\": \"*\"")
                .statements()
                .getFirst();
        List<Condition> all = conditions.stream()
                .map(condition -> Policies.of("\"Effect\": \"Allow\", \"Condition\": " + condition)
                        .statements()
                        .getFirst()
                        .conditions()
                        .getFirst())
                .toList();
        Statement statement = new Statement(
                0,
                open.location(),
                open.sid(),
                open.effect(),
                open.principal(),
                open.notPrincipal(),
                open.actions(),
                open.notActions(),
                open.resources(),
                open.notResources(),
                all);
        return new PolicyDocument(Optional.empty(), Optional.empty(), List.of(statement));
    }
}
