package io.plumbline.notify;

import java.util.OptionalInt;

/** A channel did not take what it was sent. The message says who, what and what to do; it holds no secret and is shown to Admins. */
public final class ChannelTrouble extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int NONE = 0;
    private static final int NOBODY = -1;

    private final int status;

    private ChannelTrouble(String message, int status) {
        super(message);
        this.status = status;
    }

    static ChannelTrouble refused(String message, int status) {
        return new ChannelTrouble(message, status);
    }

    static ChannelTrouble unreachable(String message) {
        return new ChannelTrouble(message, NOBODY);
    }

    static ChannelTrouble because(String message) {
        return new ChannelTrouble(message, NONE);
    }

    /** What is wrong, for people. */
    public String text() {
        return String.valueOf(getMessage());
    }

    /** The HTTP status of who refused it; empty if it was not that. */
    OptionalInt status() {
        return status > NONE ? OptionalInt.of(status) : OptionalInt.empty();
    }

    /** Whether nobody answered. */
    boolean nobody() {
        return status == NOBODY;
    }

    /** Whether what was asked for is not there. */
    boolean notThere() {
        return status == 404 || status == 410;
    }
}
