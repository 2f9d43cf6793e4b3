package io.meshwork.notifier.announcement;

import io.meshwork.messaging.Identity;
import io.meshwork.notifier.incident.Change;
import io.meshwork.notifier.incident.Change.What;
import io.meshwork.notifier.incident.Incident;
import io.meshwork.notifier.incident.IncidentDesk;
import io.meshwork.notifier.incident.IncidentState;
import io.meshwork.notifier.incident.Incidents;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.notification.Publications;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ends incidents that have become quiet, and reminds of those that nobody takes care of; runs inside a transaction. */
public final class IncidentWatch {

    private final Incidents incidents;
    private final IncidentDesk desk;
    private final Announcer announcer;
    private final Clock clock;

    public IncidentWatch(Incidents incidents, IncidentDesk desk, Announcer announcer, Clock clock) {
        this.incidents = incidents;
        this.desk = desk;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** @return when to look again; empty when the incident is over */
    public Optional<Instant> look(long number, Publications out) {
        return incidents.lock(number).filter(incident -> !incident.isResolved()).flatMap(incident -> {
            var now = clock.instant();
            if (incident.isQuietAt(now)) {
                announcer.change(quiet(incident, now), origin("quiet", incident, incident.revision(), now), out);
                return Optional.empty();
            }
            long reminder = desk.reminders(incident, now);
            if (reminder > 0 && incident.state() == IncidentState.OPEN) {
                announcer.tell(List.of(desk.remind(incident, origin("reminder", incident, reminder, now), now)), out);
            }
            return Optional.of(desk.lookAgain(incident, now));
        });
    }

    private static Change quiet(Incident incident, Instant now) {
        return new Change(incident.resolved(now), What.RESOLVED);
    }

    private static Origin origin(String what, Incident incident, long count, Instant now) {
        var id = Identity.of("incident " + what, incident.number(), incident.changedAt(), count);
        return Origin.own(id, now);
    }
}
