package io.meshwork.notifier.notification;

import io.meshwork.notifier.news.Occurrence;
import java.time.Instant;
import java.util.List;

/** What leaves the notifier with a decision; committed together with it. */
public interface Publications {

    /** Tells the consumers' feed. */
    void update(Occurrence occurrence, List<String> feedSubscriptions);

    /** Tells what became of a notification. */
    void delivery(Notification settled, Instant now);

    /** Lets a notification's channel go to work, then or earlier. */
    void wake(Notification waiting, Instant due);
}
