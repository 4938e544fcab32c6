package io.plumbline.notify;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes mail over TLS only, from who signs in. */
final class SmtpStand implements Stand {
    private final SSLContext context = TestCertificate.context();
    private final List<MimeMessage> mails = new CopyOnWriteArrayList<>();
    private final AtomicBoolean refusing = new AtomicBoolean();
    private final SMTPServer server;

    /** @param tls whether it offers TLS at all */
    SmtpStand(boolean tls) {
        SMTPServer.Builder builder = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, mail) -> {
                    if (!user.equals("plumbline") || !password.equals(SECRET)) {
                        throw new LoginFailedException("no");
                    }
                }))
                .messageHandler((mail, from, to, data) -> {
                    if (refusing.get()) {
                        throw new RejectException(554, "we take nothing from you");
                    }
                    mails.add(parsed(data));
                });
        if (tls) {
            builder.startTlsSocketFactory(context).requireTLS().requireAuth();
        }
        server = builder.build();
        server.start();
    }

    private static MimeMessage parsed(byte[] data) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<MimeMessage> mails() {
        return mails;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "host",
                "localhost",
                "port",
                Integer.toString(server.getPortAllocated()),
                "user",
                "plumbline",
                "from",
                "plumbline@example.com",
                "to",
                "security@example.com, payments@example.com");
    }

    @Override
    public Map<String, String> secrets() {
        return Map.of("password", SECRET);
    }

    @Override
    public List<String> seen() {
        return mails.stream()
                .map(mail -> {
                    try {
                        return mail.getSubject() + "\n" + mail.getContent();
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    @Override
    public void refuse() {
        refusing.set(true);
    }

    @Override
    public Wires wires() {
        return TestWires.at(() -> Instant.parse("2026-06-02T08:00:00Z"), Optional.of(context));
    }

    @Override
    public void close() {
        server.stop();
    }
}
