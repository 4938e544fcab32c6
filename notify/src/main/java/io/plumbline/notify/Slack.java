package io.plumbline.notify;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Slack, by an incoming webhook (api.slack.com, "Sending messages using incoming webhooks" and "Block Kit"). */
@AutoService(ChannelKind.class)
public final class Slack implements Messenger {
    private static final int HEADER = 150;
    private static final int SECTION = 3_000;

    @Override
    public String id() {
        return "slack";
    }

    @Override
    public String title() {
        return "Slack";
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.url("url", "Webhook URL", "Of an incoming webhook: https://hooks.slack.com/services/…")
                .kept());
    }

    @Override
    public Grain grain() {
        return Grain.TOGETHER;
    }

    @Override
    public void send(Message message, Settings settings, Wires wires) {
        List<Map<String, ?>> blocks = new ArrayList<>();
        blocks.add(Map.of(
                "type",
                "header",
                "text",
                Map.of("type", "plain_text", "text", Texts.shortened(message.title(), HEADER))));
        for (Item item : message.items()) {
            String text = escaped(Texts.line(item)) + "\n" + escaped(item.turn().open() ? item.reason() : "");
            blocks.add(section(Texts.shortened(text, SECTION - item.link().length() - 20) + "\n"
                    + link(item.link(), "See the finding")));
        }
        String end = Stream.concat(
                        Texts.more(message).stream(),
                        Stream.of(message.link())
                                .filter(link -> !link.isEmpty())
                                .map(link -> link(link, "All findings")))
                .collect(Collectors.joining(", "));
        if (!end.isEmpty()) {
            blocks.add(section(end));
        }
        wires.web()
                .send(Call.json(
                        "POST", settings.text("url"), Map.of("text", escaped(message.title()), "blocks", blocks)));
    }

    private static Map<String, ?> section(String text) {
        return Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", text));
    }

    private static String link(String url, String text) {
        return "<" + url + "|" + text + ">";
    }

    /** What a name in an account could do in Slack's markup: mention a channel, or be a link. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
