package io.meshwork.notifier.channel.mail;

import io.meshwork.notifier.channel.mail.MailSettings.Encryption;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;

/** Hands one mail to the server, over a connection of its own, and says what came of it. */
final class MailSender {

    private final Session session;
    private final MailSettings settings;

    MailSender(Session session, MailSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** Never without encryption where it is asked for, and never with a certificate of another host. */
    static Session session(MailSettings settings) {
        var encryption = settings.encryptionInUse();
        var protocol = encryption == Encryption.TLS ? "smtps" : "smtp";
        var properties = new Properties();
        var of = "mail." + protocol + ".";
        properties.setProperty(of + "starttls.enable", String.valueOf(encryption == Encryption.STARTTLS));
        properties.setProperty(of + "starttls.required", String.valueOf(encryption == Encryption.STARTTLS));
        properties.setProperty(of + "ssl.checkserveridentity", "true");
        properties.setProperty(of + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.setProperty(of + "auth", String.valueOf(settings.logsIn()));
        properties.setProperty(of + "connectiontimeout", millis(settings.connectTimeout()));
        properties.setProperty(of + "timeout", millis(settings.answerTimeout()));
        properties.setProperty(of + "writetimeout", millis(settings.answerTimeout()));
        // the mail is the server's when it has said so; its good-bye is of no interest
        properties.setProperty(of + "quitwait", "false");
        return Session.getInstance(properties);
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    Answer send(MimeMessage message) {
        try {
            var transport = OneMail.over(session, settings.encryptionInUse());
            try {
                connect(transport);
                transport.sendMessage(message, message.getAllRecipients());
                return new Answer.Accepted();
            } finally {
                hangUp(transport);
            }
        } catch (AuthenticationFailedException e) {
            return new Answer.Unavailable(
                    "the mail server does not let mesh.mail.username in: " + ServerReply.line(e.getMessage()));
        } catch (MessagingException e) {
            return ServerReply.read(e);
        }
    }

    private void connect(Transport transport) throws MessagingException {
        var host = Objects.requireNonNull(settings.host());
        if (settings.logsIn()) {
            transport.connect(host, settings.port(), settings.username(), settings.password());
        } else {
            transport.connect(host, settings.port(), null, null);
        }
    }

    /** Whatever is said at the end changes nothing of what was said before. */
    @SuppressWarnings("EmptyCatch")
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // nothing to close
        }
    }
}
