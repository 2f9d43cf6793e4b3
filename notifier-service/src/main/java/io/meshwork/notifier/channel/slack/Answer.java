package io.meshwork.notifier.channel.slack;

import io.meshwork.notifier.telling.Told.MessageRef;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of posting a message. */
sealed interface Answer {

    /** @param message where it stands, null when it cannot be changed */
    record Accepted(@Nullable MessageRef message) implements Answer {}

    /** For good: trying again cannot help. */
    record Refused(String reason) implements Answer {}

    /** Slack asks to wait. */
    record Throttled(Duration delay) implements Answer {}

    /** Slack is down, slow or out of reach. */
    record Unavailable(String reason) implements Answer {}

    /** Slack was not asked: too many calls failed, or too many were made. */
    record Spared(Duration delay, String reason) implements Answer {}
}
