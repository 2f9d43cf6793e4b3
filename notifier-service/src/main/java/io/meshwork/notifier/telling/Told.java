package io.meshwork.notifier.telling;

import io.meshwork.notifier.incident.IncidentState;
import io.meshwork.notifier.news.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a channel was last told of an incident.
 *
 * @param message where it stands, null when it cannot be changed
 */
public record Told(
        IncidentState state,
        Severity severity,
        Instant at,
        @Nullable MessageRef message) {

    /**
     * A message that can be changed, in the channel's own words.
     *
     * @param place such as a Slack channel
     * @param id in that place
     */
    public record MessageRef(String place, String id) {}
}
