package io.meshwork.catalog.lineage;

import io.meshwork.catalog.address.Address;
import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Authorizer.Decision;
import io.meshwork.messaging.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Takes reports on the flow of data in. What cannot be taken is told, and keeps nothing else from being taken. */
public final class LineageReports {

    private static final String FORMAT = "openlineage";
    private static final String NOBODYS = "*";

    private final LineageStore store;
    private final Authorizer authorizer;
    private final Clock clock;
    private final boolean trustTopic;

    /** @param trustTopic believe records without a token, because the broker lets only those write who may */
    public LineageReports(LineageStore store, Authorizer authorizer, Clock clock, boolean trustTopic) {
        this.store = store;
        this.authorizer = authorizer;
        this.clock = clock;
        this.trustTopic = trustTopic;
    }

    /** @return reasons of those that were not taken, by their ids */
    public Map<UUID, Refusal> take(List<Report> reports) {
        Map<UUID, Refusal> refused = new HashMap<>();
        Map<Report, LineageEvent> understood = new LinkedHashMap<>();
        for (Report report : reports) {
            switch (read(report)) {
                case EventReading.Understood(var event) -> understood.put(report, noLaterThanNow(event));
                case EventReading.Refused(var refusal) -> refused.put(report.id(), refusal);
            }
        }
        Map<Address, Set<String>> domains = store.domains(understood.values().stream()
                .flatMap(LineageReports::claimed)
                .distinct()
                .toList());
        understood.forEach((report, event) ->
                denial(report.caller(), event, domains).ifPresent(refusal -> refused.put(report.id(), refusal)));
        understood.keySet().removeIf(report -> refused.containsKey(report.id()));
        if (!understood.isEmpty()) {
            store.add(List.copyOf(understood.values()));
        }
        return refused;
    }

    /** Whether the caller may report at all; what they report on is looked at when the event is taken. */
    public Optional<Refusal> mayReport(Caller caller) {
        return denial(caller, NOBODYS);
    }

    private static EventReading read(Report report) {
        return report.format().equals(FORMAT)
                ? EventReader.read(report.event())
                : new EventReading.Refused(new Refusal(
                        "lineage.format", "the format of the event is not known", "Send '" + FORMAT + "'.", ""));
    }

    /** A producer's clock that is ahead must not make its flows outlive all others. */
    private LineageEvent noLaterThanNow(LineageEvent event) {
        Instant now = clock.instant();
        return event.time().isAfter(now) ? event.at(now) : event;
    }

    /** Who says what a product is made from, and what else its data is called, must be its owner. */
    private static Stream<Address> claimed(LineageEvent event) {
        return event.outputs().stream()
                .flatMap(output -> Stream.concat(Stream.of(output.name()), output.symlinks().stream()))
                .map(DatasetName::address);
    }

    private Optional<Refusal> denial(Caller caller, LineageEvent event, Map<Address, Set<String>> domains) {
        if (trustTopic && caller instanceof Caller.Unproven) {
            return Optional.empty();
        }
        List<String> touched = claimed(event)
                .map(address -> domains.getOrDefault(address, Set.of()))
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        return (touched.isEmpty() ? Stream.of(NOBODYS) : touched.stream())
                .map(domain -> denial(caller, domain))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Refusal> denial(Caller caller, String domain) {
        return switch (authorizer.decide(caller, Action.REPORT_LINEAGE, domain)) {
            case Decision.Allowed _ -> Optional.empty();
            case Decision.Denied(var reason) ->
                Optional.of(new Refusal(
                        "lineage.not-authorized",
                        reason,
                        "Ask the owner of the domain, or sign in with a token for it.",
                        ""));
        };
    }
}
