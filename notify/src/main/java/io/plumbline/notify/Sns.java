package io.plumbline.notify;

import com.google.auto.service.AutoService;
import io.plumbline.model.Arn;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sns.SnsClient;

/** A topic of Amazon SNS, whose subscribers get plain text. */
@AutoService(ChannelKind.class)
public final class Sns implements Messenger {
    private static final int SUBJECT = 100;
    private static final int TEXT = 200_000;

    @Override
    public String id() {
        return "sns";
    }

    @Override
    public String title() {
        return "Amazon SNS";
    }

    @Override
    public List<Field> fields() {
        return Stream.concat(
                        Stream.of(
                                Field.text("topic", "Topic", "Its ARN: arn:aws:sns:eu-west-1:111122223333:security"),
                                Field.text(
                                                "role",
                                                "Role",
                                                "The ARN of a role that may sns:Publish; else the server's own credentials")
                                        .orNot()),
                        AwsClients.FIELDS.stream())
                .toList();
    }

    @Override
    public Grain grain() {
        return Grain.TOGETHER;
    }

    @Override
    public void send(Message message, Settings settings, Wires wires) {
        String topic = settings.text("topic");
        String region = Arn.parse(topic)
                .map(Arn::region)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> ChannelTrouble.because(
                        "'" + topic + "' is no ARN of a topic, such as arn:aws:sns:eu-west-1:111122223333:security."));
        new AwsClients(settings, wires, region, settings.optional("role"))
                .with(
                        SnsClient.builder(),
                        "sns:Publish to " + topic,
                        sns -> sns.publish(request -> request.topicArn(topic)
                                .subject(subject(message.title()))
                                .message(Texts.shortened(Texts.plain(message), TEXT))));
    }

    /** ASCII without line breaks, at most a hundred characters (SNS API, Publish). */
    private static String subject(String title) {
        String ascii = title.replaceAll("[^\\x20-\\x7e]", "?");
        return ascii.length() > SUBJECT ? ascii.substring(0, SUBJECT) : ascii;
    }
}
