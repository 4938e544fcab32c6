package io.plumbline.notify;

/** How much one delivery holds. */
public enum Grain {
    /** All that changed: its numbers, and the worst findings. */
    TOGETHER,

    /** Up to a hundred findings, and as many deliveries as it takes. */
    HUNDREDS,

    /** The same, each of one account and region. */
    PLACES,

    /** One finding. */
    EACH;

    /** Whether a day's changes can be told in one. */
    public boolean digests() {
        return this == TOGETHER || this == HUNDREDS;
    }
}
