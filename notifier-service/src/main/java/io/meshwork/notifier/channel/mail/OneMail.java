package io.meshwork.notifier.channel.mail;

import io.meshwork.notifier.channel.mail.MailSettings.Encryption;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection for one mail. After a refusal it is not made ready for another one: a server that refuses and hangs up would not answer,
 * and its refusal would be lost over that.
 */
final class OneMail extends SMTPTransport {

    private OneMail(Session session, String protocol, boolean encrypted) {
        super(session, null, protocol, encrypted);
    }

    static OneMail over(Session session, Encryption encryption) {
        boolean encrypted = encryption == Encryption.TLS;
        return new OneMail(session, encrypted ? "smtps" : "smtp", encrypted);
    }

    @Override
    public synchronized void issueCommand(String command, int expected) throws MessagingException {
        if (!command.equals("RSET")) {
            super.issueCommand(command, expected);
        }
    }
}
