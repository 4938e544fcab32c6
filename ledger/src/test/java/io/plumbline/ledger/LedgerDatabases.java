package io.plumbline.ledger;

import java.nio.file.Path;

/** The databases that a ledger may be in. What the room promises is tested on both, see {@link OnBothDatabases}. */
enum LedgerDatabases {
    SQLITE {
        @Override
        String fresh(Path folder) {
            return "jdbc:sqlite:" + folder.resolve("ledger.db");
        }
    },
    POSTGRESQL {
        @Override
        String fresh(Path folder) {
            return PostgresServer.freshDatabase();
        }
    };

    /** The URL of a database that nobody used before; on disk it is in the folder, if it is a file. */
    abstract String fresh(Path folder);
}
