package io.meshwork.notifier.subscription;

import io.meshwork.notifier.news.Text;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A topic of one's own in the words of the requester.
 *
 * @param retentionHours null for as long as on the public feed
 * @param reader name of a user of the broker, null for nobody
 */
public record OwnTopicForm(
        @Nullable Integer retentionHours, @Nullable String reader) {

    /** Of the public feed. */
    private static final int HOURS = 7 * 24;

    private static final int MOST_HOURS = 365 * 24;
    private static final int SHOWN = 200;
    /** Names of accounts, addresses, and distinguished names of certificates; an asterisk would let in everybody. */
    private static final Pattern READER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@=,+/ -]{0,199}");

    /** The words that mean this topic. */
    public static OwnTopicForm of(OwnTopic topic) {
        return new OwnTopicForm((int) topic.retention().toHours(), topic.reader());
    }

    /** @param faults takes everything that is wrong; if there is any, the answer is worth nothing */
    OwnTopic read(Collection<SubscriptionFault> faults) {
        int hours = retentionHours == null ? HOURS : retentionHours;
        if (hours < 1 || hours > MOST_HOURS) {
            faults.add(new SubscriptionFault(
                    "/topic/retentionHours",
                    hours + " hours are no retention; write 1 to " + MOST_HOURS + ", or leave it out for " + HOURS));
        }
        if (reader != null && (!READER.matcher(reader).matches() || isAnybody(reader))) {
            faults.add(new SubscriptionFault(
                    "/topic/reader",
                    "'" + Text.line(reader, SHOWN)
                            + "' is no one user of the broker; write the name of one, without User: and wildcards, such"
                            + " as sales-app or CN=sales-app,O=Example"));
        }
        return new OwnTopic(Duration.ofHours(hours), reader);
    }

    /** Whoever comes without a name is not one user. */
    private static boolean isAnybody(String reader) {
        return reader.toUpperCase(Locale.ROOT).equals("ANONYMOUS");
    }
}
