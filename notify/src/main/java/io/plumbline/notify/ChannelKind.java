package io.plumbline.notify;

import java.util.List;

/** A kind of channel: what it needs, and how to speak to it. One class each, found by {@link java.util.ServiceLoader}. */
public sealed interface ChannelKind permits Messenger, TicketKeeper {
    /** The word for it in the ledger and in the API. */
    String id();

    /** What people call it. */
    String title();

    /** What a channel of it needs to know. */
    List<Field> fields();

    /** How much one delivery to it holds. */
    Grain grain();

    /**
     * Shows that a channel works, so that a person sees it, and leaves nothing behind that somebody would have to clear away.
     *
     * @return what was done
     * @throws ChannelTrouble if it does not work
     */
    String test(Settings settings, Wires wires);
}
