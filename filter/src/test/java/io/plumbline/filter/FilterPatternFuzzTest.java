package io.plumbline.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class FilterPatternFuzzTest {
    private static final LogEvent EVENT = LogEvent.of(
            "{\"eventName\":\"DeleteRolePolicy\",\"a\":[1,null,{\"b\":true}],\"errorCode\":\"AccessDenied\"}");

    @FuzzTest(maxDuration = "60s")
    void any_text_is_a_pattern_that_is_printed_and_read_back_or_an_error(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        switch (FilterPattern.parse(text)) {
            case Parse.Parsed<FilterPattern> parsed -> {
                assertThat(FilterPattern.parse(parsed.result().toString())).isEqualTo(parsed);
                assertThat(parsed.result().match(EVENT)).isNotNull();
            }
            case Parse.ParseError<FilterPattern> error ->
                assertThat(error.position()).isBetween(0, text.length());
            case Parse.Unsupported<FilterPattern> unsupported ->
                assertThat(unsupported.reason()).isNotBlank();
        }
    }
}
