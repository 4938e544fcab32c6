package io.plumbline.cli;

import io.plumbline.assess.Catalog;
import io.plumbline.assess.Selection;
import io.plumbline.model.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What to judge: the options that {@code scan} and {@code assess} share. */
final class WhatOptions {
    @Option(
            names = "--framework",
            split = ",",
            paramLabel = "F",
            description = "Frameworks, comma-separated (default: ${DEFAULT-VALUE}).",
            defaultValue = "cis-1.2")
    @SuppressWarnings("NullAway.Init")
    private List<String> frameworks;

    @Option(names = "--rules", split = ",", paramLabel = "ID", description = "Only these rules.")
    private List<String> rules = List.of();

    @Option(names = "--exclude-rules", split = ",", paramLabel = "ID", description = "Without these rules.")
    private List<String> excludedRules = List.of();

    @Option(
            names = "--severity",
            paramLabel = "S",
            description = "Rules at least this severe: informational, low, medium, high, critical.")
    private @Nullable String severity;

    @Option(
            names = "--services",
            split = ",",
            paramLabel = "S",
            description = "Rules of these services, such as iam, kms.")
    private List<String> services = List.of();

    @Option(
            names = "--regions",
            split = ",",
            paramLabel = "R",
            description = "Only these regions, or all (the default).")
    private List<String> regions = List.of();

    @Option(names = "--exclude-regions", split = ",", paramLabel = "R", description = "Without these regions.")
    private List<String> excludedRegions = List.of();

    @Option(
            names = "--tag",
            paramLabel = "KEY=VALUE",
            description = "Judge only assets that carry this tag; given several times, all of them.")
    private Map<String, String> tags = Map.of();

    @Mixin
    private final CatalogOption catalog = new CatalogOption();

    Catalog catalog() {
        return catalog.load();
    }

    Selection selection(Set<String> accounts) {
        return selection(accounts, List.of());
    }

    /**  others frameworks in the place of those that the option names; none for these */
    Selection selection(Set<String> accounts, List<String> others) {
        return new Selection(
                others.isEmpty() ? frameworks : others,
                new LinkedHashSet<>(rules),
                new LinkedHashSet<>(excludedRules),
                Optional.ofNullable(severity).map(Severity::of),
                services(),
                accounts,
                regions(),
                Map.copyOf(tags));
    }

    Set<String> services() {
        return new LinkedHashSet<>(services);
    }

    Set<String> regions() {
        Set<String> chosen = new LinkedHashSet<>(regions);
        chosen.remove("all");
        return chosen;
    }

    Set<String> excludedRegions() {
        return new LinkedHashSet<>(excludedRegions);
    }
}
