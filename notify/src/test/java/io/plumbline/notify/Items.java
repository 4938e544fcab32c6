package io.plumbline.notify;

import io.plumbline.ledger.Turn;
import io.plumbline.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Findings to be told. */
final class Items {
    static final String ID = "0123456789abcdef0123456789abcdef";

    private Items() {}

    static Item item(Turn turn) {
        return named(turn, "arn:aws:s3:::payroll");
    }

    static Item named(Turn turn, String asset) {
        return new Item(
                ID,
                turn,
                Severity.HIGH,
                "s3-public",
                "No bucket is public",
                "What is in a public bucket, everybody may read.",
                "Block public access.",
                "aws",
                "111122223333",
                "payments",
                "eu-west-1",
                asset,
                Optional.of(asset),
                "everybody may read " + asset,
                Instant.parse("2026-06-01T06:00:00Z"),
                Instant.parse("2026-06-02T06:00:00Z"),
                "https://plumbline.example.com/findings?finding=" + ID);
    }

    static Message message(Item item) {
        return new Message(
                "delivery-1",
                "to the payments team",
                Instant.parse("2026-06-02T08:00:00Z"),
                "Plumbline: " + Texts.word(item.turn()) + " " + item.headline(),
                List.of(new Message.Tally(item.turn(), item.severity(), 1)),
                List.of(item),
                "https://plumbline.example.com/findings");
    }
}
