package io.meshwork.notifier.channel.mail;

import io.meshwork.notifier.news.Text;
import jakarta.mail.MessagingException;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** What the server's answers mean (RFC 5321, section 4.2), wherever in a chain of exceptions they are. */
final class ServerReply {

    private static final int LENGTH = 300;
    /** It closes down; it wants us to log in, or to encrypt: nothing of this is about the mail. */
    private static final Set<Integer> ABOUT_THE_SERVER = Set.of(421, 454, 530, 534, 535, 538);

    private ServerReply() {}

    static Answer read(MessagingException failure) {
        for (Exception at = failure; at instanceof MessagingException one; at = one.getNextException()) {
            if (at instanceof SMTPAddressFailedException refused) {
                return judge(refused.getReturnCode(), refused.getMessage());
            }
            if (at instanceof SMTPSendFailedException refused) {
                // a sender that is refused would be refused with every mail: a matter for the operators
                return refused.getCommand().startsWith("MAIL")
                        ? new Answer.Unavailable(
                                "the mail server does not take mail from mesh.mail.from: " + line(refused.getMessage()))
                        : judge(refused.getReturnCode(), refused.getMessage());
            }
        }
        return new Answer.Unavailable(
                "the mail server cannot be reached, or the connection broke: " + line(failure.getMessage()));
    }

    private static Answer judge(int code, @Nullable String text) {
        var reason = "the mail server answered " + line(text);
        if (ABOUT_THE_SERVER.contains(code) || code < 400) {
            return new Answer.Unavailable(reason);
        }
        return code < 500 ? new Answer.Deferred(reason) : new Answer.Refused(reason);
    }

    static String line(@Nullable String text) {
        return text == null ? "" : Text.line(text, LENGTH);
    }
}
