package io.meshwork.notifier.channel.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a request. */
sealed interface Answer {

    record Accepted() implements Answer {}

    /** 410: it wants nothing any more. */
    record Gone() implements Answer {}

    /**
     * Anything else, also no answer at all.
     *
     * @param retryAfter how long the endpoint asks to wait, null when it does not
     */
    record Failed(String reason, @Nullable Duration retryAfter) implements Answer {

        static Failed because(String reason) {
            return new Failed(reason, null);
        }
    }
}
