package io.plumbline.filter;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class SelectionCriteriaFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void any_text_is_criteria_or_an_error(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        Parse<SelectionCriteria> parsed = SelectionCriteria.parse(text);
        parsed.value().ifPresent(criteria -> criteria.selects("111122223333", "eu-west-1"));
        assertThat(parsed.value().isPresent()).isNotEqualTo(parsed.failure().isPresent());
    }
}
