package io.plumbline.server;

import io.plumbline.collect.Progress;
import io.plumbline.snapshot.Snapshot;

/** How this server scans: whose accounts, with which role, where. Whoever starts the server knows. */
public interface Collecting {
    /** What is read, in words; the same words in every scan of it. */
    String scope();

    /**
     * Collects a snapshot into the server's home.
     *
     * @throws io.plumbline.model.BadInput if no account can be read
     */
    Snapshot collect(Progress progress);
}
