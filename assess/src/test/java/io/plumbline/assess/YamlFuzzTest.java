package io.plumbline.assess;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.plumbline.model.BadInput;
import io.plumbline.model.Severity;
import java.util.Map;
import java.util.Set;

/** Every text is read or refused in words; nothing else comes out, and nothing takes for ever. */
class YamlFuzzTest {
    private static final Catalog CATALOG = TestCatalogs.engine();

    private static void readOrRefused(Runnable reading) {
        try {
            reading.run();
        } catch (BadInput e) {
            // refused in words
        }
    }

    @FuzzTest(maxDuration = "30s")
    void any_text_as_rule_yaml(FuzzedDataProvider data) {
        CatalogFiles files =
                new CatalogFiles("fuzz", true, Map.of("rules/a/b/rule.yaml", data.consumeRemainingAsString()));
        readOrRefused(() -> new RuleReader(files, java.util.List.of()).read("rules/a/b"));
    }

    @FuzzTest(maxDuration = "30s")
    void any_text_as_framework(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        readOrRefused(() -> FrameworkReader.read("fuzz", "fuzz.yaml", text, Set.of("each-thing")));
    }

    @FuzzTest(maxDuration = "30s")
    void any_text_as_exceptions(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        readOrRefused(() -> WaiverFile.read("fuzz.yaml", text, CATALOG));
    }

    @FuzzTest(maxDuration = "30s")
    void any_text_as_attestations(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        readOrRefused(() -> AttestationFile.read("fuzz.yaml", text, CATALOG));
    }

    @FuzzTest(maxDuration = "30s")
    void any_text_as_cases(FuzzedDataProvider data) {
        Rule like = CATALOG.rule("each-thing");
        Rule rule = new Rule(
                like.id(),
                like.service(),
                like.origin(),
                true,
                like.title(),
                Severity.LOW,
                like.category(),
                like.automation(),
                like.unit(),
                like.meaning(),
                like.why(),
                like.fix(),
                like.attestable(),
                like.attest(),
                like.parameters(),
                like.references(),
                like.missing(),
                like.missingOf(),
                like.optional(),
                like.focus(),
                like.views(),
                like.sql(),
                data.consumeRemainingAsString(),
                like.repair());
        readOrRefused(() -> new CaseFile(rule, CATALOG, new TestSchemas()).lacking());
    }
}
