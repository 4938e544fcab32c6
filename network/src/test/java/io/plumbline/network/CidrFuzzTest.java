package io.plumbline.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class CidrFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void any_text_is_a_block_or_is_none(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        Cidr.parse(text)
                .ifPresent(block -> assertThat(Cidr.parse(block.toString())).contains(block));
    }
}
