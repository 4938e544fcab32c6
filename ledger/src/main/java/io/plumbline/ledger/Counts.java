package io.plumbline.ledger;

import io.plumbline.model.Status;

/**
 * Units.
 *
 * @param failed without a valid exception
 * @param excepted failed under one
 * @param affected distinct assets behind the failed units
 */
public record Counts(
        long passed, long failed, long excepted, long notApplicable, long manual, long unknown, long affected) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

    /** Passed and failed, those under an exception too. */
    public long checked() {
        return passed + failed + excepted;
    }

    /** What these units come to. */
    public Status status() {
        return Status.ofControl(failed, unknown, manual, checked());
    }

    Counts plus(Counts other) {
        return new Counts(
                passed + other.passed,
                failed + other.failed,
                excepted + other.excepted,
                notApplicable + other.notApplicable,
                manual + other.manual,
                unknown + other.unknown,
                affected + other.affected);
    }
}
