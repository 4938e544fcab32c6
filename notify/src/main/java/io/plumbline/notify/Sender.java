package io.plumbline.notify;

import io.plumbline.ledger.Channel;
import io.plumbline.ledger.Deliveries;
import io.plumbline.ledger.Finding;
import io.plumbline.ledger.FindingDetail;
import io.plumbline.ledger.FindingState;
import io.plumbline.ledger.Ledger;
import io.plumbline.ledger.Turn;
import io.plumbline.ledger.Visible;
import java.util.Optional;

/** Sends one delivery. What is about one finding is sent only if the finding still stands so: what waited may have been overtaken. */
record Sender(Ledger ledger, Kinds kinds, MessageWriter writer, Wires wires) {
    /**
     * Sends it.
     *
     * @return why it needed not be sent, if so
     * @throws ChannelTrouble if it was not taken
     */
    Optional<String> send(Deliveries.Taken taken, Channel channel, Settings settings) {
        Message message = MessageWriter.read(taken.payload(), taken.delivery().id());
        ChannelKind kind = kinds.of(channel.kind());
        return switch (kind) {
            case Messenger messenger -> send(messenger, message, settings);
            case TicketKeeper keeper -> see(keeper, channel, message, settings);
        };
    }

    private Optional<String> send(Messenger messenger, Message message, Settings settings) {
        if (messenger.grain() == Grain.EACH) {
            Item item = message.items().getFirst();
            Optional<Finding> now = finding(item.id());
            if (now.filter(finding -> open(finding) == item.turn().open()).isEmpty()) {
                return Optional.of("The finding does not stand so any more; there was nothing to tell.");
            }
        }
        messenger.send(message, settings, wires);
        return Optional.empty();
    }

    private Optional<String> see(TicketKeeper keeper, Channel channel, Message message, Settings settings) {
        Item told = message.items().getFirst();
        return finding(told.id())
                .map(finding -> {
                    Turn turn = open(finding) ? told.turn().open() ? told.turn() : Turn.REOPENED : Turn.RESOLVED;
                    Item item = writer.item(finding, turn, told.partition());
                    return new TicketDesk(ledger).see(keeper, channel.id(), item, settings, wires);
                })
                .orElse(Optional.of("The finding is not there any more."));
    }

    private Optional<Finding> finding(String id) {
        return ledger.findings().get(id, Visible.ALL).map(FindingDetail::finding);
    }

    private static boolean open(Finding finding) {
        return finding.state() == FindingState.OPEN;
    }
}
