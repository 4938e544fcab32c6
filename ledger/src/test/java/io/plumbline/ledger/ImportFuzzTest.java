package io.plumbline.ledger;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.plumbline.model.BadInput;
import java.time.Instant;

/** Every text is read or refused in words; nothing else comes out, and nothing takes for ever. */
class ImportFuzzTest {
    private static final ImportTerms TERMS = new ImportTerms("reason", "ana", "bob", Instant.MAX);

    private static void readOrRefused(Runnable reading) {
        try {
            reading.run();
        } catch (BadInput e) {
            // refused in words
        }
    }

    @FuzzTest(maxDuration = "30s")
    void any_text_as_mute_list(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        readOrRefused(() -> MutelistImport.translate("fuzz.yaml", text, TERMS));
    }

    @FuzzTest(maxDuration = "30s")
    void any_words_in_a_mute_list(FuzzedDataProvider data) {
        String check = data.consumeString(40).replace("'", "''");
        String resource = data.consumeString(40).replace("'", "''");
        String tag = data.consumeString(40).replace("'", "''");
        readOrRefused(() -> MutelistImport.translate(
                "fuzz.yaml",
                "Mutelist: {Accounts: {'*': {Checks: {'" + check + "': {Regions: ['*'], Resources: ['" + resource
                        + "'], Tags: ['" + tag + "']}}}}}",
                TERMS));
    }

    @FuzzTest(maxDuration = "30s")
    void any_text_as_scoutsuite_exceptions(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        readOrRefused(() -> ScoutExceptions.translate("fuzz.json", text, "111122223333", TERMS));
    }
}
