package io.meshwork.messaging;

import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** Appends requests to their topics on behalf of REST callers. */
public interface RequestTopic {

    /**
     * Appends one request and waits until the broker has it ({@code acks=all}).
     *
     * @param topic name from the manifest, without prefix and suffix
     * @param id becomes {@code ce_id}; the same id again is the same request
     * @param headers further headers, such as the caller's token
     * @return the identity under which the request will be decided, see {@link Event#id()}
     */
    UUID append(String topic, String key, UUID id, SpecificRecord value, Map<String, String> headers);
}
