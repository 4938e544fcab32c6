package io.plumbline.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A test that runs on SQLite and on PostgreSQL, each of its methods with a ledger of its own. */
@ParameterizedClass(name = "{0}")
@EnumSource
abstract class OnBothDatabases {
    @Parameter
    LedgerDatabases database;

    @TempDir
    Path folder;

    String url;
    Ledger ledger;

    @BeforeEach
    void open() {
        url = database.fresh(folder);
        ledger = Ledger.open(url);
    }

    @AfterEach
    void close() {
        ledger.close();
    }
}
