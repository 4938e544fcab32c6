package io.plumbline.ledger;

/** What came of the wish to begin a scan. */
public sealed interface ScanBegin {
    /** It may begin, and is written down as running. */
    record Begun(ScanRun run) implements ScanBegin {}

    /** One of the same scope is running, here or in another server on this ledger. One that was due is written down as skipped. */
    record Busy(ScanRun running) implements ScanBegin {}

    /** Another server has begun it, or it is due no more. */
    record Gone() implements ScanBegin {}
}
