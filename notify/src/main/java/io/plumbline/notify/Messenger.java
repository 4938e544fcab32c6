package io.plumbline.notify;

/** A kind of channel that takes messages. */
public non-sealed interface Messenger extends ChannelKind {
    /**
     * Sends a message. It may be sent twice: its id lets who gets it know.
     *
     * @throws ChannelTrouble if it was not taken
     */
    void send(Message message, Settings settings, Wires wires);

    @Override
    default String test(Settings settings, Wires wires) {
        send(Message.test(wires.clock().instant()), settings, wires);
        return "A message that says it is a test was sent. See that it came.";
    }
}
