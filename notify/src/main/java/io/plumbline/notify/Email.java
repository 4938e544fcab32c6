package io.plumbline.notify;

import com.google.auto.service.AutoService;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** E-mail, as plain text, to a server that speaks SMTP. What is sent crosses the network by TLS, whose certificate must be the server's. */
@AutoService(ChannelKind.class)
public final class Email implements Messenger {
    private static final String MILLISECONDS = "20000";
    private static final int SUBJECT = 200;

    @Override
    public String id() {
        return "email";
    }

    @Override
    public String title() {
        return "E-mail";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.text("host", "Mail server", "smtp.example.com"),
                Field.number("port", "Port", "587 for STARTTLS, 465 for TLS from the start"),
                Field.choice(
                        "security",
                        "Security",
                        "none sends findings in the clear: only for a server on this machine or in your own network",
                        "starttls",
                        "tls",
                        "none"),
                Field.text("user", "User", "Who signs in there; leave it out if nobody does")
                        .orNot(),
                Field.text("password", "Password", "The user's").kept().orNot(),
                Field.text("from", "From", "plumbline@example.com"),
                Field.text("to", "To", "One address or several, with commas between"));
    }

    @Override
    public Grain grain() {
        return Grain.TOGETHER;
    }

    @Override
    public void send(Message message, Settings settings, Wires wires) {
        String host = settings.text("host");
        Addresses.check(host);
        Optional<String> user = settings.optional("user");
        String security = settings.text("security");
        if (security.equals("none") && user.isPresent() && !Addresses.own(host)) {
            throw ChannelTrouble.because("The password of " + user.get() + " would be sent to " + host
                    + " without TLS. Choose starttls or tls.");
        }
        Session session = Session.getInstance(properties(settings, security, wires));
        try {
            MimeMessage mail = mail(session, message, settings);
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect(
                        host,
                        Integer.parseInt(settings.text("port")),
                        user.orElse(null),
                        settings.optional("password").orElse(null));
                transport.sendMessage(mail, mail.getAllRecipients());
            }
        } catch (MessagingException e) {
            String text = host + " did not take the mail: "
                    + Texts.shortened(String.valueOf(e.getMessage()).replaceAll("\\s+", " "), 300)
                    + ". See that the server, its port, user and password and the addresses are right.";
            throw e.getCause() instanceof IOException ? ChannelTrouble.unreachable(text) : ChannelTrouble.because(text);
        }
    }

    private static Properties properties(Settings settings, String security, Wires wires) {
        Properties properties = new Properties();
        for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.put("mail.smtp." + wait, MILLISECONDS);
        }
        boolean begins = security.equals("starttls");
        properties.put(
                "mail.smtp.auth", Boolean.toString(settings.optional("user").isPresent()));
        // Required: else who sits in between could take the offer of TLS out of the server's greeting.
        properties.put("mail.smtp.starttls.enable", Boolean.toString(begins));
        properties.put("mail.smtp.starttls.required", Boolean.toString(begins));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(security.equals("tls")));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", wires.tls().getSocketFactory());
        return properties;
    }

    private static MimeMessage mail(Session session, Message message, Settings settings) throws MessagingException {
        MimeMessage mail = new Numbered(session, message.id());
        mail.setFrom(new InternetAddress(settings.text("from"), true));
        mail.setRecipients(RecipientType.TO, InternetAddress.parse(settings.text("to"), true));
        mail.setSubject(Texts.shortened(message.title().replaceAll("\\s+", " "), SUBJECT), "UTF-8");
        mail.setSentDate(Date.from(message.at()));
        // So that nobody's answering machine answers (RFC 3834).
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setText(Texts.plain(message), "UTF-8");
        return mail;
    }

    /** A mail whose id is the delivery's, so that a mailbox that gets it twice can tell. */
    private static final class Numbered extends MimeMessage {
        private final String delivery;

        Numbered(Session session, String delivery) {
            super(session);
            this.delivery = delivery;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + delivery + "@plumbline.invalid>");
        }
    }
}
