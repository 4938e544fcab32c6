package io.plumbline.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.model.AccountId;
import io.plumbline.model.Partition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StandInTest {
    private static final String STAND_IN = "111122223333";
    private final WitnessTest test = new WitnessTest(Witnesses.load());

    private static EvaluatedAccount in(String account) {
        return EvaluatedAccount.of(new AccountId(account), new Partition("aws"), List.of("us-east-1", "eu-west-1"));
    }

    @Property(tries = 3000)
    void a_pattern_does_with_the_stand_in_what_it_does_with_the_account(
            @ForAll("patterns") String pattern, @ForAll("accounts") String account) {
        String standIn = StandIn.in(List.of(pattern)).of(account);
        for (String control : List.of("3.1", "3.3", "3.4", "3.8")) {
            assertThat(test.matches(control, pattern, in(standIn)))
                    .isEqualTo(test.matches(control, pattern, in(account)));
        }
    }

    @Example
    void what_names_no_account_is_the_same_for_all() {
        assertThat(StandIn.in(List.of("{ $.eventSource = s3.amazonaws.com && $.x = *ec2* }"))
                        .of("210000000003"))
                .isEqualTo(STAND_IN);
        assertThat(StandIn.in(List.of("{ $.recipientAccountId != 210000000006 }"))
                        .of("210000000003"))
                .isEqualTo(STAND_IN);
        for (String telling : List.of("210000000003", "*03", "2*", STAND_IN, "%[0-3]+%", "\\u0032", "1e3")) {
            assertThat(StandIn.in(List.of("{ $.recipientAccountId = " + telling + " }"))
                            .of("210000000003"))
                    .as(telling)
                    .isEqualTo("210000000003");
        }
    }

    @Example
    void in_a_witness_no_letter_and_no_digit_stands_beside_an_account() throws IOException {
        for (String file : List.of("filter-witnesses.json", "filter-advice.json")) {
            try (InputStream events = Objects.requireNonNull(Witnesses.class.getResourceAsStream(file))) {
                assertThat(new String(events.readAllBytes(), StandardCharsets.UTF_8))
                        .doesNotContainPattern("[A-Za-z0-9]\\$\\{account}|\\$\\{account}[A-Za-z0-9]");
            }
        }
    }

    @Provide
    Arbitrary<String> accounts() {
        return Arbitraries.of("210000000003", "000000000001", "123456789012", STAND_IN, "333322221111");
    }

    @Provide
    Arbitrary<String> patterns() {
        Arbitrary<String> comparison = Combinators.combine(
                        Arbitraries.of(
                                "$.userIdentity.accountId",
                                "$.recipientAccountId",
                                "$.userIdentity.arn",
                                "$.eventSource",
                                "$.eventName",
                                "$.errorCode"),
                        Arbitraries.of("=", "!=", ">"),
                        Arbitraries.of(
                                "*",
                                "\"arn:aws:iam::*:root\"",
                                "*3",
                                "2*",
                                "*0000*",
                                "210000000003",
                                "\"*123456789012*\"",
                                "s3.amazonaws.com",
                                "*ec2*",
                                "Root",
                                "*::1*",
                                "333322221111",
                                "7",
                                "*Unauthorized*"))
                .as((selector, operator, value) -> "($." + selector.substring(2) + " " + operator + " " + value + ")");
        return comparison
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(all -> Arbitraries.of(" && ", " || ").map(between -> "{ " + String.join(between, all) + " }"));
    }
}
