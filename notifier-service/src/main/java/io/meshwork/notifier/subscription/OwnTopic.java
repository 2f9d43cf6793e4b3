package io.meshwork.notifier.subscription;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A topic that carries what one subscription is told, and nothing else.
 *
 * @param retention how long its records are kept, in whole hours
 * @param reader the user of the broker who may read it, null when the broker's operators see to that
 */
public record OwnTopic(Duration retention, @Nullable String reader) {

    /** The kind of the job that makes topics as their subscriptions are, with the id of the subscription as key. */
    public static final String JOB = "own-topic";
}
