package io.meshwork.notifier.incident;

import io.meshwork.notifier.incident.Change.What;
import io.meshwork.notifier.incident.Incident.Handler;
import io.meshwork.notifier.news.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the story of an incident.
 *
 * @param headline of its last alert then
 * @param by who did it, null when nobody did
 */
public record StoryLine(
        Instant at,
        What what,
        Severity severity,
        String headline,
        @Nullable Handler by) {}
