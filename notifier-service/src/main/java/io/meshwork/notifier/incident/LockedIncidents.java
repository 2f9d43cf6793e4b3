package io.meshwork.notifier.incident;

import static java.util.stream.Collectors.toSet;

import io.meshwork.notifier.incident.Change.What;
import io.meshwork.notifier.incident.Incident.Alarm;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Signal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PrimitiveIterator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The incidents that a batch may touch, locked until its transaction ends. */
final class LockedIncidents {

    private final Map<IncidentKey, Incident> last;
    private final PrimitiveIterator.OfLong numbers;

    private LockedIncidents(Map<IncidentKey, Incident> last, PrimitiveIterator.OfLong numbers) {
        this.last = last;
        this.numbers = numbers;
    }

    /** @param occurrences that signal */
    static LockedIncidents of(Collection<Occurrence> occurrences, Incidents incidents) {
        var wrong = occurrences.stream()
                .filter(occurrence -> !signal(occurrence).over())
                .map(occurrence ->
                        IncidentKey.of(occurrence.about(), signal(occurrence).cause()))
                .collect(toSet());
        var subjects = occurrences.stream()
                .filter(occurrence -> signal(occurrence).over())
                .map(occurrence -> IncidentKey.subjectOf(occurrence.about()))
                .collect(toSet());
        var last = incidents.lock(wrong, subjects);
        int fresh = (int) wrong.stream().filter(key -> isFree(last.get(key))).count();
        return new LockedIncidents(last, incidents.numbers(fresh));
    }

    Change alarmed(Alarm alarm, IncidentRules rules, Instant now) {
        var key = IncidentKey.of(alarm.about(), alarm.signal().cause());
        var before = last.get(key);
        if (before == null || before.isResolved() && !before.comesBack(now, rules.reopenWithin())) {
            return keep(Incident.opened(numbers.nextLong(), alarm, now), What.OPENED);
        }
        if (before.isResolved()) {
            return keep(before.reopened(alarm, now), What.REOPENED);
        }
        return keep(before.alarmed(alarm, now), before.isRaisedBy(alarm) ? What.RAISED : What.ALARMED);
    }

    List<Change> resolved(About about, Signal signal, Instant now) {
        return over(about, signal)
                .filter(Predicate.not(Incident::isResolved))
                .filter(incident -> incident.isEndedBy(about, signal))
                .map(incident -> keep(incident.resolved(now), What.RESOLVED))
                .toList();
    }

    private Stream<Incident> over(About about, Signal signal) {
        var subject = IncidentKey.subjectOf(about);
        return signal.isAboutEverything()
                ? List.copyOf(last.values()).stream()
                        .filter(incident -> incident.key().subject().equals(subject))
                : Stream.ofNullable(last.get(new IncidentKey(subject, signal.cause())));
    }

    private Change keep(Incident incident, What what) {
        last.put(incident.key(), incident);
        return new Change(incident, what);
    }

    private static boolean isFree(@Nullable Incident last) {
        return last == null || last.isResolved();
    }

    private static Signal signal(Occurrence occurrence) {
        return Objects.requireNonNull(occurrence.signal());
    }
}
