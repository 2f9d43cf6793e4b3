package io.meshwork.notifier.handling;

import io.meshwork.notifier.incident.Change;
import io.meshwork.notifier.incident.Change.What;
import io.meshwork.notifier.incident.Incident;
import io.meshwork.notifier.incident.Incident.Handler;
import io.meshwork.notifier.incident.IncidentState;
import io.meshwork.notifier.news.Text;
import io.meshwork.notifier.request.Refusal;
import io.meshwork.notifier.request.Refusal.Kind;
import io.meshwork.notifier.request.Requester;
import io.meshwork.notifier.subscription.SubscriptionFault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a request about an incident. */
public sealed interface IncidentDecision {

    String INCIDENT = "incident";
    int LONGEST_NOTE = 500;

    /** Takes effect, and is announced. */
    record Changed(Change change) implements IncidentDecision {}

    /** It already stands so. */
    record Unchanged(Incident incident) implements IncidentDecision {}

    record Refused(Refusal refusal) implements IncidentDecision {}

    /** @param standing the incident as stored, null when there is none */
    static IncidentDecision of(
            String id, IncidentOrder order, @Nullable Incident standing, Requester requester, Instant now) {
        var fault = fault(order.note());
        if (fault != null) {
            return new Refused(Refusal.invalid(INCIDENT, id, List.of(fault)));
        }
        if (standing == null) {
            return refused(Kind.UNKNOWN, "there is no incident " + Text.line(id, 40));
        }
        var denial = Handlers.denial(standing, requester.denial());
        return denial == null ? allowed(order, standing, requester.principal(), now) : refused(Kind.DENIED, denial);
    }

    static @Nullable SubscriptionFault fault(@Nullable String note) {
        return note != null && note.length() > LONGEST_NOTE
                ? new SubscriptionFault("/note", "at most " + LONGEST_NOTE + " characters; link to the rest")
                : null;
    }

    private static IncidentDecision allowed(IncidentOrder order, Incident standing, String principal, Instant now) {
        var by = new Handler(Text.line(principal, 200), note(order.note()));
        return switch (order.action()) {
            case ACKNOWLEDGE -> acknowledge(standing, by, now);
            case UNACKNOWLEDGE -> unacknowledge(standing, by, now);
            case RESOLVE -> resolve(standing, by, now);
        };
    }

    /** Another one takes it over. */
    private static IncidentDecision acknowledge(Incident standing, Handler by, Instant now) {
        if (standing.isResolved()) {
            return over(standing);
        }
        return standing.state() == IncidentState.ACKNOWLEDGED && by.equals(standing.handler())
                ? new Unchanged(standing)
                : new Changed(new Change(standing.handled(IncidentState.ACKNOWLEDGED, by, now), What.ACKNOWLEDGED));
    }

    private static IncidentDecision unacknowledge(Incident standing, Handler by, Instant now) {
        return switch (standing.state()) {
            case RESOLVED -> over(standing);
            case OPEN -> new Unchanged(standing);
            case ACKNOWLEDGED ->
                new Changed(new Change(standing.handled(IncidentState.OPEN, null, now), What.UNACKNOWLEDGED, by));
        };
    }

    private static IncidentDecision resolve(Incident standing, Handler by, Instant now) {
        return standing.isResolved()
                ? new Unchanged(standing)
                : new Changed(new Change(standing.handled(IncidentState.RESOLVED, by, now), What.RESOLVED));
    }

    private static @Nullable String note(@Nullable String note) {
        return note == null || note.isBlank() ? null : Text.line(note, LONGEST_NOTE);
    }

    private static IncidentDecision over(Incident standing) {
        return refused(Kind.OVER, "incident " + standing.number() + " is over; when it comes back, it opens again");
    }

    private static IncidentDecision refused(Kind kind, String reason) {
        return new Refused(Refusal.of(INCIDENT, kind, reason));
    }
}
