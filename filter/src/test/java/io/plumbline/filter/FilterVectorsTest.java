package io.plumbline.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.model.AccountId;
import io.plumbline.model.Partition;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors of the specification: patterns with the verdict that each has to get. */
class FilterVectorsTest {
    private static final Witnesses WITNESSES = Witnesses.load();
    private static final EvaluatedAccount ACCOUNT =
            WITNESSES.defaultAccount(new AccountId("111122223333"), new Partition("aws"));

    private final WitnessTest test = new WitnessTest(WITNESSES);

    @ParameterizedTest(name = "{0} {3}: {2}")
    @MethodSource("vectors")
    void every_vector_gets_its_verdict(String control, String pattern, Answer expected, String why) {
        FilterVerdict verdict = test.check(control, pattern, ACCOUNT, false);
        assertThat(verdict.satisfied()).as("%s: %s", why, verdict.reason()).isEqualTo(expected);
        if (why.startsWith("one event name missing: ")) {
            assertThat(verdict.missing()).containsExactly(why.substring(why.indexOf(':') + 2));
        }
        assertThat(verdict.satisfied() == Answer.TRUE)
                .isEqualTo(verdict.missing().isEmpty()
                        && verdict.unsure().isEmpty()
                        && verdict.matchesTooMuch().isEmpty());
        assertThat(verdict.reason()).isNotBlank();
    }

    static List<Arguments> vectors() throws IOException {
        List<Arguments> vectors = new ArrayList<>();
        try (InputStream file = FilterVectorsTest.class.getResourceAsStream("filter-vectors.json")) {
            for (JsonNode vector : JsonMapper.shared().readTree(file)) {
                JsonNode expected = vector.path("expect");
                vectors.add(Arguments.of(
                        vector.path("control").stringValue(),
                        vector.path("pattern").stringValue(),
                        expected.isNull() ? Answer.UNKNOWN : Answer.of(expected.booleanValue()),
                        vector.path("why").stringValue()));
            }
        }
        return vectors;
    }
}
