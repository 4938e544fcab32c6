package io.plumbline.cli;

import io.plumbline.ledger.Ledger;
import picocli.CommandLine.Mixin;

/** The options of commands that ask the ledger and nothing else. */
final class LedgerOptions {
    @Mixin
    private final Home home = new Home();

    @Mixin
    private final LedgerOption ledger = new LedgerOption();

    Ledger open() {
        return Ledger.of(home.path(), ledger.url());
    }
}
