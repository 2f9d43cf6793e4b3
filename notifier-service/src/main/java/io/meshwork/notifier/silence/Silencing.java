package io.meshwork.notifier.silence;

import static java.util.stream.Collectors.toSet;

import io.meshwork.notifier.request.Requester;
import io.meshwork.notifier.silence.SilenceDecision.Changed;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Creates, changes and ends silences; runs inside a transaction. */
public final class Silencing {

    private final Silences silences;
    private final Clock clock;

    public Silencing(Silences silences, Clock clock) {
        this.silences = silences;
        this.clock = clock;
    }

    /** @param eventId no two requests have the same */
    public record Request(UUID eventId, String id, SilenceOrder order, Requester requester) {}

    /** @return in the order of the requests; each sees what those before it have changed */
    public Map<Request, SilenceDecision> request(List<Request> requests) {
        var standing = silences.lock(requests.stream().map(Request::id).collect(toSet()));
        var decisions = new LinkedHashMap<Request, SilenceDecision>();
        for (var request : requests) {
            var decision = SilenceDecision.of(
                    request.id(), request.order(), standing.get(request.id()), request.requester(), clock.instant());
            if (decision instanceof Changed(var stored)) {
                silences.save(stored);
                standing.put(request.id(), stored);
            }
            decisions.put(request, decision);
        }
        return decisions;
    }
}
