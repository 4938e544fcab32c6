package io.plumbline.server;

import io.plumbline.collect.Progress;
import io.plumbline.ledger.ScanScope;
import io.plumbline.snapshot.Snapshot;

/** How this server scans: whose accounts, with which role, where. Whoever starts the server knows. */
@FunctionalInterface
public interface Collecting {
    /**
     * Collects a snapshot into the server's home.
     *
     * @param scope what of all that to read; its units stand there as accounts
     * @throws io.plumbline.model.BadInput if no account can be read, or the scope asks for what the server was not started for
     */
    Snapshot collect(ScanScope scope, Progress progress);
}
