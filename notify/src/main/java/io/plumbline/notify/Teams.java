package io.plumbline.notify;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Microsoft Teams, by the webhook of a workflow ("Post to a channel when a webhook request is received"), which takes an adaptive card of
 * 28 kB at most. Texts go as runs, which know no markup: what an account calls its things cannot become a link.
 */
@AutoService(ChannelKind.class)
public final class Teams implements Messenger {
    private static final int MOST = 10;
    private static final int LINE = 600;

    @Override
    public String id() {
        return "teams";
    }

    @Override
    public String title() {
        return "Microsoft Teams";
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.url("url", "Workflow URL", "Of a workflow that posts when a webhook request is received")
                .kept());
    }

    @Override
    public Grain grain() {
        return Grain.TOGETHER;
    }

    @Override
    public void send(Message message, Settings settings, Wires wires) {
        List<Map<String, ?>> body = new ArrayList<>();
        body.add(text(message.title(), true));
        message.items().stream().limit(MOST).forEach(item -> {
            body.add(finding(item));
            if (item.turn().open()) {
                body.add(text(item.reason(), false));
            }
        });
        long more = message.more() + Math.max(0, message.items().size() - MOST);
        if (more > 0) {
            body.add(text("and " + more + " more", false));
        }
        wires.web()
                .send(Call.json(
                        "POST",
                        settings.text("url"),
                        Map.of(
                                "type",
                                "message",
                                "attachments",
                                List.of(Map.of(
                                        "contentType",
                                        "application/vnd.microsoft.card.adaptive",
                                        "content",
                                        card(body, message))))));
    }

    private static Map<String, ?> card(List<Map<String, ?>> body, Message message) {
        List<Map<String, String>> actions = Stream.of(message.link())
                .filter(link -> !link.isEmpty())
                .map(link -> Map.of("type", "Action.OpenUrl", "title", "See in Plumbline", "url", link))
                .toList();
        return Map.of(
                "type",
                "AdaptiveCard",
                "$schema",
                "http://adaptivecards.io/schemas/adaptive-card.json",
                "version",
                "1.4",
                "body",
                body,
                "actions",
                actions);
    }

    /** Its line, which leads to it. */
    private static Map<String, ?> finding(Item item) {
        Map<String, ?> run = Map.of(
                "type",
                "TextRun",
                "text",
                Texts.shortened(Texts.line(item), LINE),
                "selectAction",
                Map.of("type", "Action.OpenUrl", "url", item.link()));
        return Map.of("type", "RichTextBlock", "inlines", List.of(run));
    }

    private static Map<String, ?> text(String text, boolean title) {
        Map<String, ?> run = title
                ? Map.of("type", "TextRun", "text", text, "weight", "Bolder", "size", "Medium")
                : Map.of("type", "TextRun", "text", Texts.shortened(text, LINE));
        return Map.of("type", "RichTextBlock", "inlines", List.of(run));
    }
}
