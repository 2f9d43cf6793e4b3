package io.meshwork.notifier.handling;

import static java.util.stream.Collectors.toSet;

import io.meshwork.notifier.announcement.Announcer;
import io.meshwork.notifier.handling.IncidentDecision.Changed;
import io.meshwork.notifier.incident.Incident;
import io.meshwork.notifier.incident.Incidents;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.notification.Publications;
import io.meshwork.notifier.request.Requester;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does what people want of incidents; runs inside a transaction. */
public final class Handling {

    private final Incidents incidents;
    private final Announcer announcer;
    private final Clock clock;

    public Handling(Incidents incidents, Announcer announcer, Clock clock) {
        this.incidents = incidents;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * @param origin no two requests have the same
     * @param id as the requester wrote it
     */
    public record Request(Origin origin, String id, IncidentOrder order, Requester requester) {

        @Nullable
        Long number() {
            return IncidentNumber.of(id).orElse(null);
        }
    }

    /** @return in the order of the requests; each sees what those before it have changed */
    public Map<Request, IncidentDecision> handle(List<Request> requests, Publications out) {
        var standing = incidents.lockAll(requests.stream()
                .flatMap(request -> IncidentNumber.of(request.id()).stream())
                .collect(toSet()));
        var decisions = new LinkedHashMap<Request, IncidentDecision>();
        for (var request : requests) {
            decisions.put(request, handle(request, standing, out));
        }
        return decisions;
    }

    private IncidentDecision handle(Request request, Map<Long, Incident> standing, Publications out) {
        var number = request.number();
        var decision = IncidentDecision.of(
                request.id(),
                request.order(),
                number == null ? null : standing.get(number),
                request.requester(),
                clock.instant());
        if (decision instanceof Changed(var change)) {
            announcer.change(change, request.origin(), out);
            standing.put(change.incident().number(), change.incident());
        }
        return decision;
    }
}
