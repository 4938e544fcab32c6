package io.plumbline.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.ledger.Ticket;
import io.plumbline.ledger.Turn;
import io.plumbline.notify.HttpStand.Answer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is special about one kind of channel. */
class KindsTest {
    private static final String EVIL =
            "<!channel> <https://evil.example.com|x> [click](https://evil.example.com) @admin ```";

    private static HttpStand told(Stands kind, Item item) {
        HttpStand stand = (HttpStand) kind.start();
        ((Messenger) kind.kind()).send(Items.message(item), kind.settings(stand), stand.wires());
        return stand;
    }

    @Test
    void a_webhook_is_signed_over_time_and_body_and_says_which_delivery_it_is() throws Exception {
        try (HttpStand stand = told(Stands.WEBHOOK, Items.item(Turn.OPENED))) {
            HttpStand.Request request = stand.last();
            assertThat(request.header("Plumbline-Delivery")).isEqualTo("delivery-1");
            // As whoever gets it would check it.
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Stand.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String time = request.header("Plumbline-Signature").replaceFirst("t=(\\d+),.*", "$1");
            String sum = HexFormat.of()
                    .formatHex(mac.doFinal((time + "." + request.body()).getBytes(StandardCharsets.UTF_8)));
            assertThat(request.header("Plumbline-Signature")).isEqualTo("t=1780387200,v1=" + sum);
            assertThat(request.json().at("/findings/0/event").asString()).isEqualTo("opened");
            assertThat(request.json().at("/counts/0/severity").asString()).isEqualTo("high");
            assertThat(request.json().at("/findings/0/lastSeen").asString()).isEqualTo("2026-06-02T06:00:00Z");
        }
    }

    @Test
    void a_name_in_an_account_can_neither_mention_nor_link_in_slack() {
        try (HttpStand stand = told(Stands.SLACK, Items.named(Turn.OPENED, EVIL))) {
            assertThat(stand.last().body())
                    .contains("&lt;!channel&gt; &lt;https://evil.example.com|x&gt;")
                    .doesNotContain("<!channel>");
        }
    }

    @Test
    void a_name_in_an_account_is_shown_in_teams_as_it_is() {
        try (HttpStand stand = told(Stands.TEAMS, Items.named(Turn.OPENED, EVIL))) {
            JsonNode card = stand.last().json().at("/attachments/0/content");
            assertThat(card.path("body").valueStream())
                    .allSatisfy(
                            block -> assertThat(block.path("type").asString()).isEqualTo("RichTextBlock"));
            assertThat(card.at("/actions/0/url").asString()).isEqualTo("https://plumbline.example.com/findings");
        }
    }

    @Test
    void a_name_in_an_account_mentions_nobody_on_github() {
        try (HttpStand stand = (HttpStand) Stands.GITHUB.start()) {
            new GitHubIssues().open(Items.named(Turn.OPENED, EVIL), Stands.GITHUB.settings(stand), stand.wires());
            String body = stand.last().json().path("body").asString();
            assertThat(body.split("```", -1))
                    .as("one block of code, which nothing in it ends")
                    .hasSize(3);
            assertThat(body.split("```", -1)[1]).contains("@admin");
        }
    }

    @Test
    void pagerduty_knows_a_finding_by_its_id() {
        try (HttpStand stand = told(Stands.PAGERDUTY, Items.item(Turn.REOPENED))) {
            assertThat(stand.last().json().path("dedup_key").asString()).isEqualTo(Items.ID);
            assertThat(stand.last().json().path("event_action").asString()).isEqualTo("trigger");
            assertThat(stand.last().json().at("/payload/severity").asString()).isEqualTo("error");
        }
    }

    @Test
    void security_hub_is_asked_in_the_findings_own_account_and_region() {
        try (HttpStand stand = told(Stands.SECURITY_HUB, Items.item(Turn.OPENED))) {
            assertThat(stand.requests().getFirst().body())
                    .contains(
                            "Action=AssumeRole", "111122223333%3Arole%2FPlumblineImport", "ExternalId=" + Stand.SECRET);
            assertThat(stand.last().header("Authorization")).contains("ASIATAKEN", "/eu-west-1/securityhub/");
            JsonNode finding = stand.last().json().at("/Findings/0");
            assertThat(finding.path("Id").asString()).isEqualTo("plumbline/" + Items.ID);
            assertThat(finding.path("ProductArn").asString())
                    .isEqualTo("arn:aws:securityhub:eu-west-1:111122223333:product/111122223333/default");
            assertThat(finding.at("/Compliance/Status").asString()).isEqualTo("FAILED");
            assertThat(finding.at("/Resources/0/Type").asString()).isEqualTo("AwsS3Bucket");
        }
    }

    @Test
    void a_finding_that_security_hub_does_not_take_is_trouble() {
        try (HttpStand stand = new HttpStand(
                request -> request.path().startsWith("/findings/import")
                        ? Answer.ok("{\"FailedCount\": 1, \"SuccessCount\": 0, \"FailedFindings\": [{\"Id\": \"x\","
                                + " \"ErrorCode\": \"InvalidInput\", \"ErrorMessage\": \"too old\"}]}")
                        : AwsAnswers.of(request),
                url -> Map.of("endpoint", url, "region", "us-east-1"),
                url -> Map.of())) {
            assertThatThrownBy(() -> new SecurityHub()
                            .send(
                                    Items.message(Items.item(Turn.OPENED)),
                                    Stands.SECURITY_HUB.settings(stand),
                                    stand.wires()))
                    .isInstanceOf(ChannelTrouble.class)
                    .hasMessageContaining("111122223333, eu-west-1 did not take 1 of 1")
                    .hasMessageContaining("InvalidInput, too old");
        }
    }

    @Test
    void a_mail_is_known_by_its_delivery_and_goes_to_all() throws Exception {
        try (SmtpStand stand = new SmtpStand(true)) {
            new Email()
                    .send(
                            Items.message(Items.named(Turn.OPENED, "ü\nBcc: x@example.com")),
                            Stands.EMAIL.settings(stand),
                            stand.wires());
            assertThat(stand.mails()).hasSize(1);
            assertThat(stand.mails().getFirst().getMessageID()).isEqualTo("<delivery-1@plumbline.invalid>");
            assertThat(stand.mails().getFirst().getAllRecipients()).hasSize(2);
            assertThat(stand.mails().getFirst().getHeader("Bcc")).isNull();
            assertThat(stand.seen().getFirst()).contains("ü");
        }
    }

    @Test
    void a_mail_server_that_offers_no_tls_gets_neither_password_nor_mail() {
        try (SmtpStand stand = new SmtpStand(false)) {
            assertThatThrownBy(() -> new Email()
                            .send(Items.message(Items.item(Turn.OPENED)), Stands.EMAIL.settings(stand), stand.wires()))
                    .isInstanceOf(ChannelTrouble.class)
                    .hasMessageContaining("STARTTLS");
            assertThat(stand.mails()).isEmpty();
        }
    }

    @Test
    void a_mail_server_whose_certificate_nobody_vouches_for_gets_nothing() {
        try (SmtpStand stand = new SmtpStand(true)) {
            Wires strangers = TestWires.at(stand.wires().clock(), java.util.Optional.empty());
            assertThatThrownBy(() -> new Email()
                            .send(Items.message(Items.item(Turn.OPENED)), Stands.EMAIL.settings(stand), strangers))
                    .isInstanceOf(ChannelTrouble.class);
            assertThat(stand.mails()).isEmpty();
        }
    }

    @Test
    void an_incident_that_was_closed_for_good_gets_a_follower() {
        ServiceNowAnswers answers = new ServiceNowAnswers();
        try (HttpStand stand = new HttpStand(
                answers, url -> Map.of("url", url, "user", "plumbline"), url -> Map.of("password", Stand.SECRET))) {
            ServiceNow kind = new ServiceNow();
            Settings settings = Stands.SERVICENOW.settings(stand);
            Ticket first = kind.open(Items.item(Turn.OPENED), settings, stand.wires());
            answers.closeAllForGood();
            Ticket second = kind.reopen(first.asClosed(), Items.item(Turn.REOPENED), settings, stand.wires());
            assertThat(second.number()).isNotEqualTo(first.number());
        }
    }
}
