package io.meshwork.notifier.incident;

import java.time.Duration;

/**
 * When incidents are told; the first three as in Alertmanager.
 *
 * @param groupWait how long a new incident waits for what outweighs it, or for being over again
 * @param groupInterval shortest time between two messages about one incident, unless it gets worse or is over
 * @param repeatInterval after so long the message about an open incident that nobody acknowledged is repeated
 * @param reopenWithin one that comes back so soon is the same incident
 * @param flapsTolerated after coming back more often than this it is told only once it has stayed as it is for
 * @param flapHold so long
 * @param domainThreshold so many products of one domain with the same trouble are one incident of the domain; 0 for never
 */
public record IncidentRules(
        Duration groupWait,
        Duration groupInterval,
        Duration repeatInterval,
        Duration reopenWithin,
        int flapsTolerated,
        Duration flapHold,
        int domainThreshold) {

    /** How long it must stay as it is before it is told. */
    public Duration waitOf(Incident incident) {
        return incident.flaps() > flapsTolerated ? flapHold : groupWait;
    }
}
