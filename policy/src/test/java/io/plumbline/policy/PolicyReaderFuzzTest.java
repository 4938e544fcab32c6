package io.plumbline.policy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

class PolicyReaderFuzzTest {
    private final PolicyReader reader = new PolicyReader();

    @FuzzTest(maxDuration = "30s")
    void any_bytes_can_be_read_and_judged(FuzzedDataProvider data) {
        if (reader.read(data.consumeRemainingAsBytes()) instanceof PolicyReading.Readable readable) {
            FullAdmin.statements(readable.document());
            PublicAccess.statements(readable.document());
            ExplicitDeny.statements(
                    readable.document(), "cloudwatch.amazonaws.com", "sns:Publish", "arn:aws:sns:a:b:c");
        }
    }
}
