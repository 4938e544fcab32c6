package io.plumbline.server;

import io.plumbline.collect.Progress;
import io.plumbline.snapshot.Snapshot;

/** How this server scans: whose accounts, with which role, where. Whoever starts the server knows. */
@FunctionalInterface
public interface Collecting {
    /**
     * Collects a snapshot into the server's home.
     *
     * @throws io.plumbline.model.BadInput if no account can be read
     */
    Snapshot collect(Progress progress);
}
