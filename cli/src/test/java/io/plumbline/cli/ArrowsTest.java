package io.plumbline.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A room knows those that ARCHITECTURE.md lists for it, and whatever they know; nothing else. */
class ArrowsTest {
    private static final Map<String, List<String>> KNOWS = Map.ofEntries(
            Map.entry("model", List.of()),
            Map.entry("snapshot", List.of("model")),
            Map.entry("collect", List.of("snapshot", "model")),
            Map.entry("aws", List.of("collect", "snapshot", "model")),
            Map.entry("estate", List.of("collect", "snapshot", "model")),
            Map.entry("filter", List.of("model")),
            Map.entry("policy", List.of("model")),
            Map.entry("network", List.of("model")),
            Map.entry("inventory", List.of("snapshot", "policy", "model")),
            Map.entry("assess", List.of("snapshot", "filter", "policy", "network", "model")),
            Map.entry("report", List.of("assess", "snapshot", "model")),
            Map.entry("ledger", List.of("assess", "snapshot", "model")),
            Map.entry("notify", List.of("ledger", "report", "assess", "collect", "snapshot", "model")),
            Map.entry(
                    "server",
                    List.of(
                            "notify",
                            "ledger",
                            "report",
                            "assess",
                            "inventory",
                            "aws",
                            "collect",
                            "snapshot",
                            "model")),
            Map.entry(
                    "cli",
                    List.of(
                            "server",
                            "notify",
                            "ledger",
                            "report",
                            "assess",
                            "inventory",
                            "filter",
                            "aws",
                            "estate",
                            "collect",
                            "snapshot",
                            "model")));

    static final List<String> ROOMS = KNOWS.keySet().stream().sorted().toList();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.plumbline");

    @ParameterizedTest
    @FieldSource("ROOMS")
    void the_arrows_point_up_the_list(String room) {
        List<String> strangers = new ArrayList<>(KNOWS.keySet());
        strangers.remove(room);
        strangers.removeAll(KNOWS.getOrDefault(room, List.of()));
        String[] packages =
                strangers.stream().map(other -> "io.plumbline." + other + "..").toArray(String[]::new);
        if (packages.length > 0) {
            noClasses()
                    .that()
                    .resideInAPackage("io.plumbline." + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages)
                    .check(CLASSES);
        }
    }
}
