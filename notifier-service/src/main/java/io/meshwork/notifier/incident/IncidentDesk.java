package io.meshwork.notifier.incident;

import static java.util.stream.Collectors.toSet;

import io.meshwork.messaging.Identity;
import io.meshwork.notifier.incident.Incident.Alarm;
import io.meshwork.notifier.incident.Incident.Handler;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.news.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Files alerts under incidents, and ends those that are over; runs inside a transaction. */
public final class IncidentDesk {

    private final Incidents incidents;
    private final DomainTrouble domains;
    private final IncidentRules rules;

    public IncidentDesk(Incidents incidents, IncidentRules rules) {
        this.incidents = incidents;
        this.domains = new DomainTrouble(incidents, rules.domainThreshold());
        this.rules = rules;
    }

    /**
     * @param changed told of each change, in order
     * @return the occurrences in their order, and after them those that follow from what became of the incidents
     */
    public List<Filed> file(List<Occurrence> occurrences, Instant now, Consumer<Change> changed) {
        var changes = new ArrayList<Change>();
        var filed = new ArrayList<>(file(occurrences, changes, now));
        filed.addAll(spread(changes, now));
        changes.forEach(changed);
        return filed;
    }

    /** What the changes mean to the domains of the products. */
    private List<Filed> spread(List<Change> changes, Instant now) {
        var spread = domains.occurrences(changes, now);
        return file(spread, changes, now).stream()
                .filter(one -> one.incident() != null)
                .toList();
    }

    /**
     * What somebody does about an incident, or what its time brings.
     *
     * @param changed told of each change, in order
     * @return what its audience hears of it, and what follows from it
     */
    public List<Filed> handle(Change change, Origin origin, Instant now, Consumer<Change> changed) {
        incidents.store(List.of(change), now);
        var changes = new ArrayList<>(List.of(change));
        var filed = new ArrayList<Filed>();
        news(change, now).ifPresent(news -> filed.add(followUp(change.incident(), origin, news, now)));
        filed.addAll(spread(changes, now));
        changes.forEach(changed);
        return filed;
    }

    /** How many reminders of it are due by now, since it last changed. */
    public long reminders(Incident incident, Instant now) {
        return Duration.between(incident.changedAt(), now).dividedBy(rules.repeatInterval());
    }

    /** When it may have become quiet, or the next reminder of it is due. */
    public Instant lookAgain(Incident incident, Instant now) {
        var reminder = incident.changedAt().plus(rules.repeatInterval().multipliedBy(reminders(incident, now) + 1));
        var quiet = incident.quietAt();
        return quiet != null && quiet.isBefore(reminder) ? quiet : reminder;
    }

    /** Reminds its audience of an incident that nobody takes care of. */
    public Filed remind(Incident incident, Origin origin, Instant now) {
        return followUp(incident, origin, IncidentNews.reminder(incident, now), now);
    }

    private List<Filed> file(List<Occurrence> occurrences, List<Change> changes, Instant now) {
        var locked = lock(occurrences);
        if (locked == null) {
            return occurrences.stream().map(Filed::unfiled).toList();
        }
        var filed = new ArrayList<Filed>();
        var fresh = new ArrayList<Change>();
        for (var occurrence : occurrences) {
            var signal = occurrence.signal();
            if (signal == null) {
                filed.add(Filed.unfiled(occurrence));
            } else if (signal.over()) {
                filed.addAll(over(occurrence, signal, locked, fresh, now));
            } else {
                filed.add(wrong(occurrence, signal, locked, fresh, now));
            }
        }
        incidents.store(fresh, now);
        changes.addAll(fresh);
        return filed;
    }

    /** @return null when nothing is said of any trouble */
    private @Nullable LockedIncidents lock(List<Occurrence> occurrences) {
        var signalling = occurrences.stream()
                .filter(occurrence -> occurrence.signal() != null)
                .toList();
        return signalling.isEmpty() ? null : LockedIncidents.of(signalling, incidents);
    }

    private Filed wrong(
            Occurrence occurrence, Signal signal, LockedIncidents locked, List<Change> changes, Instant now) {
        var news = occurrence.alert();
        if (news == null) {
            return Filed.unfiled(occurrence);
        }
        var change = locked.alarmed(new Alarm(occurrence.about(), news, signal), rules, now);
        changes.add(change);
        var incident = change.incident();
        return Filed.under(incident, occurrence, now.plus(rules.waitOf(incident)));
    }

    private List<Filed> over(
            Occurrence occurrence, Signal signal, LockedIncidents locked, List<Change> changes, Instant now) {
        var resolved = locked.resolved(occurrence.about(), signal, now);
        if (resolved.isEmpty()) {
            return List.of(Filed.unfiled(occurrence));
        }
        changes.addAll(resolved);
        var audiences = incidents.audiences(
                resolved.stream().map(change -> change.incident().number()).collect(toSet()));
        var filed = new ArrayList<Filed>();
        for (var change : resolved) {
            var incident = change.incident();
            var told = filed.isEmpty() ? occurrence : apart(occurrence, incident);
            var news = told.alert() == null ? IncidentNews.resolved(incident, now) : told.alert();
            var audience = audiences.getOrDefault(incident.number(), Set.of());
            filed.add(Filed.followUp(incident, told, news, now.plus(rules.waitOf(incident)), audience));
        }
        return filed;
    }

    /** One event that ends several incidents is told for each. */
    private static Occurrence apart(Occurrence occurrence, Incident incident) {
        var origin = occurrence.origin();
        var id = Identity.of(origin.eventId(), "incident", incident.number());
        return new Occurrence(
                new Origin(id, origin.time(), origin.cause()),
                occurrence.about(),
                occurrence.decidedAt(),
                null,
                IncidentNews.resolved(incident, occurrence.decidedAt()));
    }

    private Filed followUp(Incident incident, Origin origin, News news, Instant now) {
        var occurrence = Occurrence.alert(origin, incident.about(), now, news);
        var audience = incidents.audiences(List.of(incident.number())).getOrDefault(incident.number(), Set.of());
        return Filed.followUp(incident, occurrence, news, null, audience);
    }

    private static Optional<News> news(Change change, Instant now) {
        var incident = change.incident();
        Handler handler = incident.handler();
        return switch (change.what()) {
            case RESOLVED -> Optional.of(IncidentNews.resolved(incident, now));
            case ACKNOWLEDGED -> Optional.ofNullable(handler).map(by -> IncidentNews.acknowledged(incident, by));
            case UNACKNOWLEDGED -> Optional.of(IncidentNews.reminder(incident, now));
            case OPENED, REOPENED, ALARMED, RAISED -> Optional.empty();
        };
    }
}
