package io.meshwork.notifier.channel.mail;

import io.meshwork.messaging.Identity;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.subscription.EmailAddress;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts letters into envelopes: plain text and HTML, and headers by which programs know them. */
final class MailWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final int NAMED = 10;

    private final Session session;
    private final Letters letters;
    private final EmailAddress from;
    private final Optional<EmailAddress> replyTo;
    private final Clock clock;

    MailWriter(Session session, Letters letters, MailSettings settings, Clock clock) {
        this.session = session;
        this.letters = letters;
        this.from = read("mesh.mail.from", settings.from())
                .orElseThrow(() -> new IllegalArgumentException(
                        "mesh.mail.from is missing; name the address that mail comes from, such as mesh@example.com"));
        this.replyTo = read("mesh.mail.reply-to", settings.replyTo());
        this.clock = clock;
    }

    private static Optional<EmailAddress> read(String setting, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(EmailAddress.of(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        setting + ": '" + text + "' is no address; write it as mesh@example.com, without a name")));
    }

    /** The Message-ID follows from what the mail tells, so that a mail that was sent twice is recognised. */
    MimeMessage write(String recipient, List<Notification> due) {
        var letter = letters.of(due);
        try {
            var message = new Identified(session, id(due), from.domain());
            message.setFrom(new InternetAddress(from.toString(), "Meshwork", UTF_8));
            message.setRecipient(RecipientType.TO, new InternetAddress(recipient, true));
            message.setSubject(letter.subject(), UTF_8);
            message.setHeader("Date", DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            message.setHeader(
                    "X-Meshwork-Subscription",
                    letter.reasons().stream().limit(NAMED).collect(Collectors.joining(", ")));
            message.setHeader("X-Meshwork-Notifications", String.valueOf(due.size()));
            if (replyTo.isPresent()) {
                message.setReplyTo(
                        new InternetAddress[] {new InternetAddress(replyTo.get().toString(), true)});
                message.setHeader("List-Unsubscribe", unsubscribe(replyTo.get(), letter.reasons()));
            }
            message.setContent(content(letter));
            message.saveChanges();
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("a mail cannot be written", e);
        }
    }

    private static UUID id(List<Notification> due) {
        return due.size() == 1
                ? due.getFirst().id()
                : Identity.of(due.stream().map(Notification::id).toArray());
    }

    private static MimeMultipart content(Letter letter) throws MessagingException {
        var plain = new MimeBodyPart();
        plain.setText(PlainText.of(letter), UTF_8);
        var html = new MimeBodyPart();
        html.setText(Html.of(letter), UTF_8, "html");
        return new MimeMultipart("alternative", plain, html);
    }

    private static String unsubscribe(EmailAddress reader, List<String> subscriptions) {
        var subject = "end " + subscriptions.stream().limit(NAMED).collect(Collectors.joining(" "));
        return "<mailto:" + URLEncoder.encode(reader.name(), StandardCharsets.UTF_8) + "@" + reader.domain()
                + "?subject="
                + URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20") + ">";
    }

    /** Jakarta Mail would make an id of its own at every try. */
    private static final class Identified extends MimeMessage {

        private final String messageId;

        Identified(Session session, UUID id, String domain) {
            super(session);
            this.messageId = "<" + id + "@" + domain + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
