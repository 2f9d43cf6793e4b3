package io.meshwork.catalog.lineage;

import io.meshwork.catalog.address.Address;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Authorizer.Decision;
import io.meshwork.messaging.security.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
                case EventReading.Understood(var event) -> understood.put(report, ofItsCaller(report, event));
                case EventReading.Refused(var refusal) -> refused.put(report.id(), refusal);
            }
        }
        Owners owners = owners(understood.values());
        understood.forEach((report, event) ->
                denial(report.caller(), event, owners).ifPresent(refusal -> refused.put(report.id(), refusal)));
        understood.keySet().removeIf(report -> refused.containsKey(report.id()));
        understood.replaceAll((report, event) -> withoutForeignNames(report.caller(), event, owners));
        addInParts(understood.values());
        return refused;
    }

    /** Domains whose data it is that events name. */
    private record Owners(Map<Address, Set<String>> domains) {

        Stream<String> of(DatasetName name) {
            return domains.getOrDefault(name.address(), Set.of()).stream();
        }
    }

    private Owners owners(Collection<LineageEvent> events) {
        List<Address> addresses = events.stream()
                .flatMap(event -> Stream.concat(event.inputs().stream(), event.outputs().stream()))
                .flatMap(LineageReports::names)
                .map(DatasetName::address)
                .distinct()
                .toList();
        return new Owners(store.domains(addresses));
    }

    private static Stream<DatasetName> names(ReportedDataset dataset) {
        return Stream.concat(Stream.of(dataset.name()), dataset.symlinks().stream());
    }

    /** A batch may hold more than one statement should; all of it is still one transaction. */
    private void addInParts(Collection<LineageEvent> events) {
        List<LineageEvent> part = new ArrayList<>();
        int weight = 0;
        for (LineageEvent event : events) {
            if (!part.isEmpty() && weight + event.weight() > EventLimits.AT_ONCE) {
                store.add(part);
                part = new ArrayList<>();
                weight = 0;
            }
            part.add(event);
            weight += event.weight();
        }
        if (!part.isEmpty()) {
            store.add(part);
        }
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

    /**
     * Nobody can bring inputs into the run of another caller by naming its id. A producer's clock that is ahead must not make its
     * flows outlive all others.
     */
    private LineageEvent ofItsCaller(Report report, LineageEvent event) {
        Instant now = clock.instant();
        UUID run = event.run() == null ? null : Identity.of(report.caller().name(), event.run());
        return event.with(run, event.time().isAfter(now) ? now : event.time());
    }

    /** Who says what a product is made from, and what else its data is called, must be its owner. */
    private Optional<Refusal> denial(Caller caller, LineageEvent event, Owners owners) {
        if (isTrusted(caller)) {
            return Optional.empty();
        }
        List<String> touched = event.outputs().stream()
                .flatMap(LineageReports::names)
                .flatMap(owners::of)
                .distinct()
                .toList();
        return (touched.isEmpty() ? Stream.of(NOBODYS) : touched.stream())
                .map(domain -> denial(caller, domain))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Everybody may read a product's data, but only its owner says what else it is called. */
    private LineageEvent withoutForeignNames(Caller caller, LineageEvent event, Owners owners) {
        return isTrusted(caller)
                ? event
                : event.withInputs(event.inputs().stream()
                        .map(input -> names(input)
                                        .flatMap(owners::of)
                                        .allMatch(
                                                domain -> denial(caller, domain).isEmpty())
                                ? input
                                : input.withoutSymlinks())
                        .toList());
    }

    private boolean isTrusted(Caller caller) {
        return trustTopic && caller instanceof Caller.Unproven;
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
