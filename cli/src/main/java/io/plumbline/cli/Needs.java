package io.plumbline.cli;

import io.plumbline.assess.AssessmentRequest;
import io.plumbline.assess.Assessor;
import io.plumbline.assess.Catalog;
import io.plumbline.assess.RuleMemory;
import io.plumbline.aws.AwsTypes;
import io.plumbline.snapshot.Database;
import io.plumbline.snapshot.Need;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What the chosen rules read, found out without a judge. */
final class Needs {
    private Needs() {}

    static List<Need> of(Path home, AwsTypes types, Catalog catalog, WhatOptions what, Set<String> accounts) {
        try (Database database = Database.open()) {
            return new Assessor(database, types, RuleMemory.of(home))
                    .needs(Judge.rules(AssessmentRequest.of(catalog, what.selection(accounts))));
        }
    }
}
