package io.meshwork.notifier.handling;

import io.meshwork.notifier.incident.Incident;
import io.meshwork.notifier.incident.IncidentQuery;
import io.meshwork.notifier.incident.Incidents;
import io.meshwork.notifier.incident.StoryLine;
import io.meshwork.notifier.notification.Entry;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.silence.Silence;
import io.meshwork.notifier.silence.Silences;
import io.meshwork.notifier.telling.ToldIncidents;
import io.meshwork.notifier.telling.ToldIncidents.ToldThere;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Incidents for those who look at them. */
public final class IncidentStories {

    private static final int LINES = 200;
    private static final int NOTIFICATIONS = 100;

    private final Incidents incidents;
    private final ToldIncidents told;
    private final Notifications notifications;
    private final Silences silences;
    private final Clock clock;

    public IncidentStories(
            Incidents incidents, ToldIncidents told, Notifications notifications, Silences silences, Clock clock) {
        this.incidents = incidents;
        this.told = told;
        this.notifications = notifications;
        this.silences = silences;
        this.clock = clock;
    }

    /**
     * All that is known of an incident.
     *
     * @param lines the last ones, oldest first
     * @param notifications the last ones, newest first
     * @param silence that covers it now, null when there is none
     */
    public record Story(
            Incident incident,
            List<StoryLine> lines,
            List<ToldThere> told,
            List<Entry> notifications,
            @Nullable Silence silence,
            Instant now) {}

    /** @return newest first */
    public List<Incident> page(IncidentQuery query) {
        return incidents.page(query);
    }

    public Optional<Story> find(long number) {
        return Optional.ofNullable(incidents.find(Set.of(number)).get(number)).map(incident -> {
            var now = clock.instant();
            return new Story(
                    incident,
                    incidents.story(number, LINES),
                    told.of(number),
                    notifications.ofIncident(number, NOTIFICATIONS),
                    silence(incident, now),
                    now);
        });
    }

    private @Nullable Silence silence(Incident incident, Instant now) {
        return incident.isResolved()
                ? null
                : silences.inForce(now).stream()
                        .filter(silence -> silence.covers(incident.about(), incident.news(), now))
                        .findFirst()
                        .orElse(null);
    }
}
