package io.meshwork.notifier.channel.topic;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where topics are made. */
public interface TopicBroker {

    /**
     * @param reader the one user who may read it, null for nobody
     * @param isOurs whether it was made before
     */
    record Wanted(
            String subscriptionId,
            Duration retention,
            @Nullable String reader,
            boolean isOurs) {}

    /** What became of it. */
    sealed interface Answer {

        /** @param note what is not as it should be all the same, and what helps; null when nothing is */
        record Done(Rights rights, @Nullable String note) implements Answer {}

        /** It does not do that, and will not before somebody changes something. */
        record Refused(String reason) implements Answer {}

        /** It, or the registry, does not answer. */
        record Away(String reason) implements Answer {}
    }

    /**
     * Makes topic, schema and rights as they are wanted, whatever of it is there.
     *
     * @param check runs right before topic and schema, and before the rights, are made; what it throws ends the work
     */
    Answer make(Wanted wanted, Runnable check);

    /**
     * Deletes topic, schema and rights, if they are there; all are left alone when somebody else has written to the topic.
     *
     * @param isOurs whether it was made; then whatever is in it is deleted with it
     * @param check runs right before each of the three goes; what it throws ends the work
     */
    Answer delete(String subscriptionId, boolean isOurs, Runnable check);
}
