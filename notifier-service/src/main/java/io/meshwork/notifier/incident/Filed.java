package io.meshwork.notifier.incident;

import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Occurrence;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An occurrence and the incident that its alert belongs to.
 *
 * @param incident its number, null when the alert belongs to none
 * @param notBefore when the alert may be told, null for at once
 * @param audience subscriptions that hear the alert whatever they asked for: they were told how it began
 */
public record Filed(
        Occurrence occurrence,
        @Nullable Long incident,
        @Nullable Instant notBefore,
        Set<String> audience) {

    public Filed {
        audience = Set.copyOf(audience);
    }

    public static Filed unfiled(Occurrence occurrence) {
        return new Filed(occurrence, null, null, Set.of());
    }

    static Filed under(Incident incident, Occurrence occurrence, Instant notBefore) {
        return new Filed(occurrence, incident.number(), notBefore, Set.of());
    }

    /** Told to those who know of the incident. */
    static Filed followUp(
            Incident incident, Occurrence occurrence, News alert, @Nullable Instant notBefore, Set<String> audience) {
        var told = new Occurrence(
                occurrence.origin(),
                occurrence.about(),
                occurrence.decidedAt(),
                occurrence.update(),
                alert,
                occurrence.particulars(),
                null);
        return new Filed(told, incident.number(), notBefore, audience);
    }
}
