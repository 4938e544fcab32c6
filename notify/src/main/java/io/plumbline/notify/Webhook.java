package io.plumbline.notify;

import com.google.auto.service.AutoService;
import io.plumbline.ledger.Turn;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Any program, by a POST of JSON. {@code Plumbline-Signature: t=SECONDS,v1=HEX} proves that it comes from us: HEX is the HMAC-SHA256, with
 * the channel's secret, of SECONDS, a dot and the body. {@code Plumbline-Delivery} is the same when a message comes twice.
 */
@AutoService(ChannelKind.class)
public final class Webhook implements Messenger {
    private static final String ALGORITHM = "HmacSHA256";

    @Override
    public String id() {
        return "webhook";
    }

    @Override
    public String title() {
        return "Webhook";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.url("url", "URL", "Where the JSON is posted to"),
                Field.text("secret", "Signing secret", "Long and random; whoever gets the messages checks them by it")
                        .kept(),
                Field.ALLOW_HTTP);
    }

    @Override
    public Grain grain() {
        return Grain.HUNDREDS;
    }

    @Override
    public void send(Message message, Settings settings, Wires wires) {
        String body = JsonMapper.shared().writeValueAsString(body(message));
        wires.web()
                .send(Call.text("POST", settings.text("url"), body)
                        .plain(settings.yes("allowHttp"))
                        .with("Plumbline-Delivery", message.id())
                        .with(
                                "Plumbline-Signature",
                                signature(settings.text("secret"), wires.clock().instant(), body)));
    }

    static String signature(String secret, Instant now, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            long seconds = now.getEpochSecond();
            byte[] sum = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static Map<String, ?> body(Message message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", message.id());
        body.put("at", message.at());
        body.put("route", message.route());
        body.put("title", message.title());
        body.put("link", message.link());
        body.put(
                "counts",
                message.tallies().stream()
                        .map(tally -> Map.of(
                                "event", tally.turn().word(),
                                "severity", tally.severity().word(),
                                "count", tally.count()))
                        .toList());
        body.put("findings", message.items().stream().map(Webhook::finding).toList());
        return body;
    }

    private static Map<String, ?> finding(Item item) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("id", item.id());
        finding.put("event", item.turn().word());
        finding.put("state", item.turn() == Turn.RESOLVED ? "resolved" : "open");
        finding.put("severity", item.severity().word());
        finding.put("rule", item.rule());
        finding.put("title", item.title());
        finding.put("accountId", item.accountId());
        finding.put("accountName", item.accountName());
        finding.put("region", item.region());
        finding.put("unit", item.unit());
        item.asset().ifPresent(asset -> finding.put("asset", asset));
        finding.put("reason", item.reason());
        finding.put("firstSeen", item.firstSeen());
        finding.put("lastSeen", item.lastSeen());
        finding.put("link", item.link());
        return finding;
    }
}
