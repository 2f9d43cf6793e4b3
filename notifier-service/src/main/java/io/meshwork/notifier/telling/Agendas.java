package io.meshwork.notifier.telling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import io.meshwork.notifier.incident.Incident;
import io.meshwork.notifier.incident.IncidentRules;
import io.meshwork.notifier.incident.Incidents;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.silence.Silence;
import io.meshwork.notifier.silence.Silences;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.telling.Agenda.Dropped;
import io.meshwork.notifier.telling.Agenda.Held;
import io.meshwork.notifier.telling.Agenda.Single;
import io.meshwork.notifier.telling.Agenda.Story;
import io.meshwork.notifier.telling.Telling.Circumstances;
import io.meshwork.notifier.telling.ToldIncidents.Rival;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out what channels have to tell: a few queries for a channel, however much waits for it. */
public final class Agendas {

    private final Notifications notifications;
    private final Incidents incidents;
    private final ToldIncidents told;
    private final Silences silences;
    private final Schedules schedules;
    private final Outweighing outweighing;
    private final IncidentRules rules;

    public Agendas(
            Notifications notifications,
            Incidents incidents,
            ToldIncidents told,
            Silences silences,
            Schedules schedules,
            Outweighing outweighing,
            IncidentRules rules) {
        this.notifications = notifications;
        this.incidents = incidents;
        this.told = told;
        this.silences = silences;
        this.schedules = schedules;
        this.outweighing = outweighing;
        this.rules = rules;
    }

    /**
     * @param canChange whether the channel can change what it was told
     * @param limit of notifications that are looked at
     */
    public Agenda now(Channel channel, String target, boolean canChange, int limit, Instant now) {
        var due = notifications.waiting(channel, target, now, limit);
        var numbers = due.stream()
                .map(Notification::incident)
                .filter(Objects::nonNull)
                .collect(toCollection(LinkedHashSet::new));
        var stories = stories(channel, target, canChange, numbers, now);
        var agenda = new Agenda(channel, target, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var notification : due) {
            var number = notification.incident();
            if (number == null || !stories.knows(number)) {
                agenda.items().add(new Single(notification));
            } else if (numbers.remove(number)) {
                place(stories.decide(number), stories.moments(), agenda, now);
            }
        }
        return agenda;
    }

    private static void place(Decided decided, Moments moments, Agenda agenda, Instant now) {
        var waiting = decided.waiting();
        switch (decided.telling()) {
            case Telling.Tell(var step) -> {
                var free = moments.free(waiting, decided.incident().severity(), now);
                if (free.isAfter(now)) {
                    agenda.held().add(new Held(decided.due(now), free, "quiet hours until " + free));
                } else {
                    agenda.items().add(new Story(decided.incident(), step, decided.told(), waiting));
                }
            }
            case Telling.Hold(var until, var why) ->
                moments.due(decided.due(now), until)
                        .forEach((moment, held) -> agenda.held().add(new Held(held, moment, why)));
            case Telling.Drop(var why) -> agenda.dropped().add(new Dropped(waiting, why));
        }
    }

    private record Decided(Incident incident, @Nullable Told told, List<Notification> waiting, Telling telling) {

        /** The others wait for a time of their own already. */
        List<Notification> due(Instant now) {
            return waiting.stream()
                    .filter(notification -> !notification.due(now).isAfter(now))
                    .toList();
        }
    }

    /** All that counts for the incidents of one look at a channel. */
    private record Stories(
            Map<Long, Incident> incidents,
            Map<Long, List<Notification>> waiting,
            Map<Long, Told> told,
            List<Silence> silences,
            List<Rival> rivals,
            Moments moments,
            Outweighing outweighing,
            IncidentRules rules,
            boolean canChange,
            Instant now) {

        /** What belongs to an incident that is gone is told by itself. */
        boolean knows(long number) {
            return incidents.containsKey(number);
        }

        Decided decide(long number) {
            var incident = Objects.requireNonNull(incidents.get(number));
            var news = waiting.getOrDefault(number, List.of());
            var circumstances = new Circumstances(
                    news.stream().map(one -> one.news().kind()).collect(toSet()),
                    silence(incident),
                    outweighing.of(incident, rivals),
                    canChange);
            return new Decided(
                    incident,
                    told.get(number),
                    news,
                    Telling.decide(incident, told.get(number), circumstances, rules, now));
        }

        private @Nullable Silence silence(Incident incident) {
            return silences.stream()
                    .filter(silence -> silence.covers(incident.about(), incident.news(), now))
                    .findFirst()
                    .orElse(null);
        }
    }

    private Stories stories(Channel channel, String target, boolean canChange, Set<Long> numbers, Instant now) {
        if (numbers.isEmpty()) {
            return new Stories(
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    List.of(),
                    new Moments(Map.of()),
                    outweighing,
                    rules,
                    canChange,
                    now);
        }
        var found = incidents.find(numbers);
        var waiting = notifications.waiting(channel, target, numbers);
        var subscribers = waiting.stream().map(Notification::subscriptionId).collect(toSet());
        return new Stories(
                found,
                waiting.stream().collect(groupingBy(notification -> Objects.requireNonNull(notification.incident()))),
                told.find(channel, target, numbers),
                silences.inForce(now),
                told.rivals(channel, target, Outweighing.subjects(found.values())),
                new Moments(schedules.of(subscribers)),
                outweighing,
                rules,
                canChange,
                now);
    }
}
