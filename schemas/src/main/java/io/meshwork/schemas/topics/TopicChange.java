package io.meshwork.schemas.topics;

import java.util.Map;

/** What {@link TopicsApply} did to a topic on the broker. */
public sealed interface TopicChange {

    record Created(int partitions) implements TopicChange {}

    record Unchanged() implements TopicChange {}

    /** @param settings the broker settings that were set, with their new values */
    record Updated(Map<String, String> settings) implements TopicChange {}

    /** The broker does not let us create it, for a reason that waiting does not mend. */
    record Refused(String reason) implements TopicChange {}
}
