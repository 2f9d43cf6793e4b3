package io.meshwork.notifier.incident.kafka;

import io.meshwork.events.IncidentChanged;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.Outcomes;
import io.meshwork.notifier.incident.Change;
import io.meshwork.notifier.incident.Incident;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Incidents as records and jobs. */
public final class IncidentRecords {

    /** Kind of the job that looks at an incident again, its key. */
    public static final String DUE = "incident-due";

    private IncidentRecords() {}

    /** More of the same is counted, and not announced. */
    public static void emitChanged(Outcomes outcomes, Change change) {
        if (change.what() != Change.What.ALARMED) {
            outcomes.emit(cause(change), "incident.changed", id(change.incident()), changed(change));
        }
    }

    /** @param lookAgain null when the incident is over */
    public static void enqueueDue(Outcomes outcomes, Change change, @Nullable Instant lookAgain) {
        if (lookAgain != null && change.what() != Change.What.ALARMED) {
            outcomes.enqueue(cause(change), DUE, id(change.incident()), "", lookAgain);
        }
    }

    /** What follows from the change. */
    public static Cause cause(Change change) {
        var id = Identity.of(
                "incident changed",
                change.incident().number(),
                change.incident().revision());
        return new Cause(id, id.toString(), null);
    }

    private static String id(Incident incident) {
        return Long.toString(incident.number());
    }

    private static IncidentChanged changed(Change change) {
        var incident = change.incident();
        var about = incident.about();
        var by = change.by();
        return IncidentChanged.newBuilder()
                .setIncidentId(id(incident))
                .setChange(change.what().word())
                .setState(incident.state().word())
                .setSeverity(incident.severity().word())
                .setKind(incident.news().kind().word())
                .setCause(incident.key().cause())
                .setProductId(about.productId())
                .setDomain(about.domain())
                .setVersion(about.version())
                .setTeam(about.owner().team())
                .setHeadline(incident.news().headline())
                .setDetails(incident.news().details())
                .setAlerts(incident.alerts())
                .setFlaps(incident.flaps())
                .setPrincipal(by == null ? null : by.principal())
                .setNote(by == null ? null : by.note())
                .setOpenedAt(incident.openedAt())
                .setChangedAt(incident.changedAt())
                .setRevision(incident.revision())
                .build();
    }
}
