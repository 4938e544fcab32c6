package io.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.assess.AssessmentRequest;
import io.plumbline.assess.Catalog;
import io.plumbline.assess.RuleSettings;
import io.plumbline.assess.Selection;
import io.plumbline.ledger.Actor;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.SettingPlace;
import io.plumbline.ledger.Visible;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan takes out of the ledger before it judges. */
class FollowingTest {
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final String KEYS = "iam-access-key-rotation-90d";

    @TempDir
    private Path home;

    @Test
    void parameters_of_the_ledger_hold_unless_a_file_says_them() {
        Catalog catalog = Catalog.load(Optional.empty());
        try (Ledger ledger = Ledger.at(home)) {
            ledger.parameters(catalog)
                    .set(
                            KEYS,
                            "max_age_days",
                            new SettingPlace.Organization(),
                            30,
                            "because",
                            Actor.person("root"),
                            Visible.ALL,
                            NOW);
        }
        RuleSettings file = RuleSettings.general(Map.of(KEYS, Map.of("max_age_days", 60L)));
        AssessmentRequest request =
                AssessmentRequest.of(catalog, Selection.of("cis-1.2")).withSettings(file);
        try (Following following =
                Following.in(home, Optional.empty(), catalog, List::of, new PrintWriter(Writer.nullWriter()))) {
            assertThat(following.known(request, NOW, true).settings()).isEqualTo(file);
            assertThat(following.known(request, NOW, false).settings())
                    .isEqualTo(RuleSettings.general(Map.of(KEYS, Map.of("max_age_days", 30L))));
        }
    }
}
