package io.meshwork.messaging;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What one transaction decides; stored with the state, published as soon as it is committed. */
public interface Outcomes {

    /**
     * Publishes a fact or a request.
     *
     * @param topic name from the manifest, without prefix and suffix, such as {@code product.published}
     * @param value null writes a tombstone
     * @throws OutcomeTooLargeException when the record would exceed 512 KiB; decide a rejection instead
     */
    void emit(Cause cause, String topic, String key, @Nullable SpecificRecord value);

    /**
     * Leaves slow work to a {@link JobHandler}; a second request with the same kind and key before the first has run
     * replaces its payload.
     *
     * @param kind {@link JobHandler#kind()}
     * @param key jobs of one kind and key never overlap
     * @param payload what the handler needs, as text
     * @param due not before
     */
    void enqueue(Cause cause, String kind, String key, String payload, Instant due);
}
