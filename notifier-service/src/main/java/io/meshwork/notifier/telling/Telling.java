package io.meshwork.notifier.telling;

import io.meshwork.messaging.MeshClock;
import io.meshwork.notifier.incident.Incident;
import io.meshwork.notifier.incident.IncidentRules;
import io.meshwork.notifier.incident.IncidentState;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.silence.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a channel is to be told of an incident now. It is told how the incident stands, not each thing that happened: what is
 * over before it was told need not be told at all.
 */
public sealed interface Telling {

    record Tell(Step step) implements Telling {}

    /** Not yet; look again then. */
    record Hold(Instant until, String why) implements Telling {}

    /** What waits has become pointless. */
    record Drop(String why) implements Telling {}

    /**
     * What else counts.
     *
     * @param news kinds of what waits to be told
     * @param silence that covers the incident now, null when there is none
     * @param outweighedBy number of another incident that the channel hears of instead, null when there is none
     * @param canChange whether the channel can change what it was told
     */
    record Circumstances(
            Set<Kind> news,
            @Nullable Silence silence,
            @Nullable Long outweighedBy,
            boolean canChange) {}

    /** What outweighs an incident may end at any time, but the longer it lasts the less likely so. */
    Duration LOOK_AGAIN = Duration.ofSeconds(30);

    Duration LOOK_AGAIN_AT_LAST = Duration.ofMinutes(10);

    /** @param told before, null when nothing was */
    static Telling decide(
            Incident incident, @Nullable Told told, Circumstances circumstances, IncidentRules rules, Instant now) {
        boolean untold = told == null || told.state() == IncidentState.RESOLVED;
        if (incident.isResolved() && untold) {
            return new Drop("it was over before it was told");
        }
        boolean raised = told != null && incident.severity().compareTo(told.severity()) > 0;
        if (incident.isResolved() || untold || raised) {
            var settled = incident.changedAt().plus(rules.waitOf(incident));
            if (now.isBefore(settled) && !incident.changedAt().isAfter(MeshClock.latestNote(now))) {
                return new Hold(settled, "waits whether it stays as it is");
            }
        }
        if (incident.isResolved()) {
            return new Tell(Step.RESOLVED);
        }
        var hindrance = hindrance(incident, circumstances, now);
        if (hindrance != null) {
            return hindrance;
        }
        if (told == null) {
            return new Tell(Step.OPENED);
        }
        if (untold) {
            return new Tell(Step.REOPENED);
        }
        return raised ? new Tell(Step.RAISED) : more(incident, told, circumstances, rules, now);
    }

    private static Telling more(
            Incident incident, Told told, Circumstances circumstances, IncidentRules rules, Instant now) {
        if (incident.state() == IncidentState.ACKNOWLEDGED) {
            return told.state() == IncidentState.OPEN && circumstances.canChange()
                    ? new Tell(Step.ACKNOWLEDGED)
                    : new Drop("somebody takes care of it");
        }
        if (told.state() == IncidentState.ACKNOWLEDGED) {
            return new Tell(Step.REMINDED);
        }
        if (circumstances.news().equals(Set.of(Kind.INCIDENT_REMINDER))) {
            // one that was given back is told anew
            boolean knows = !told.at().isBefore(incident.changedAt());
            return knows && now.isBefore(told.at().plus(rules.repeatInterval().dividedBy(2)))
                    ? new Drop("it was told meanwhile")
                    : new Tell(Step.REMINDED);
        }
        var turn = told.at().plus(rules.groupInterval());
        return now.isBefore(turn) ? new Hold(turn, "was told of a short time ago") : new Tell(Step.UPDATED);
    }

    private static @Nullable Telling hindrance(Incident incident, Circumstances circumstances, Instant now) {
        var silence = circumstances.silence();
        if (silence != null) {
            return new Hold(
                    silence.endOf(now),
                    "silenced by " + silence.id() + " until " + silence.endOf(now) + ": " + silence.reason());
        }
        return circumstances.outweighedBy() == null
                ? null
                : new Hold(
                        now.plus(lookAgain(incident, now)), "outweighed by incident " + circumstances.outweighedBy());
    }

    private static Duration lookAgain(Incident incident, Instant now) {
        var lasted = Duration.between(incident.changedAt(), now).dividedBy(2);
        var atLeast = lasted.compareTo(LOOK_AGAIN) < 0 ? LOOK_AGAIN : lasted;
        return atLeast.compareTo(LOOK_AGAIN_AT_LAST) > 0 ? LOOK_AGAIN_AT_LAST : atLeast;
    }
}
