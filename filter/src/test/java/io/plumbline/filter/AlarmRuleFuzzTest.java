package io.plumbline.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class AlarmRuleFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void any_text_is_a_rule_or_an_error(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        Parse<AlarmRule> parsed = AlarmRule.parse(text);
        parsed.value().ifPresent(rule -> rule.alarms().forEach(rule::isTrueWhenOnly));
        assertThat(parsed.value().isPresent()).isNotEqualTo(parsed.failure().isPresent());
    }
}
