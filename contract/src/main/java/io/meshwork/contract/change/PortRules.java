package io.meshwork.contract.change;

import static io.meshwork.contract.change.Rule.always;
import static io.meshwork.contract.change.Rule.stated;
import static io.meshwork.contract.change.Rule.words;
import static io.meshwork.contract.change.Ruling.breaking;
import static io.meshwork.contract.change.Ruling.risky;
import static io.meshwork.contract.change.Ruling.safe;

import io.meshwork.contract.change.Change.Kind;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.InputPort;
import io.meshwork.contract.model.OutputPort;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What changes of where the data come from, and where consumers get them, mean. */
final class PortRules {

    private static final List<Attribute<OutputPort, ?>> TABLE = List.of(
            new Attribute<>(
                    "kind",
                    OutputPort::kind,
                    always(breaking("Consumers that connect to a port of kind {before} find one of kind {after}."))),
            new Attribute<>(
                    "format",
                    OutputPort::format,
                    stated(
                            safe("The format is now said."),
                            risky("The format is no longer said; it may change without notice."),
                            breaking("Consumers that parse {before} get {after}."))),
            new Attribute<>(
                    "location",
                    OutputPort::location,
                    stated(
                            safe("The address is now said."),
                            breaking("Consumers no longer learn where the data are."),
                            breaking(
                                    "Consumers that read from {before} find nothing new there; the data are now at {after}."))),
            new Attribute<>("description", OutputPort::description, words("description")),
            new Attribute<>("version", OutputPort::version, PortRules::version),
            new Attribute<>(
                    "contractId",
                    OutputPort::contractId,
                    always(risky("Another contract holds at this port; consumers must read what it says."))));

    /** Properties without which nobody connects, or reads what comes. */
    private static final Set<String> CONNECTING = Set.of(
            "host",
            "port",
            "database",
            "schema",
            "catalog",
            "bootstrapservers",
            "project",
            "dataset",
            "account",
            "warehouse",
            "servicename",
            "server",
            "type",
            "topic",
            "endpointurl",
            "location",
            "path",
            "url",
            "delimiter",
            "header",
            "encoding",
            "compression");

    private static final Ruling ADDED = safe("There is one more way to the data.");
    private static final Ruling REMOVED = breaking("Consumers that read from {path} fail: the port is gone.");
    private static final Ruling RENAMED = risky(
                    "The port is now called {after} and stays where it is; what refers to {before} must follow.")
            .as(Kind.RENAMED);
    private static final List<Attribute<InputPort, ?>> INPUT = List.of(
            new Attribute<>(
                    "domain",
                    InputPort::domain,
                    stated(
                            safe("The domain of the source is now said."),
                            safe("The domain of the source is no longer said."),
                            risky(
                                    "The product is made from a source of another domain: {after} instead of {before}."))),
            new Attribute<>(
                    "version",
                    InputPort::version,
                    stated(
                            safe("The version of the source is now said."),
                            safe("The version of the source is no longer said."),
                            risky(
                                    "The product is made from another version of the source: {after} instead of {before}."))),
            new Attribute<>(
                    "contractId",
                    InputPort::contractId,
                    stated(
                            safe("The contract of the source is now said."),
                            safe("The contract of the source is no longer said."),
                            risky("The source keeps another contract; what comes from there may differ."))));
    private static final Ruling INPUT_ADDED = safe("The product is made from one more source.");
    private static final Ruling INPUT_REMOVED =
            risky("The product is no longer made from {before}; what came from there may be missing.");

    private PortRules() {}

    static void compare(DataProduct before, DataProduct after, Findings findings) {
        outputs(before.outputPorts(), after.outputPorts(), findings);
        inputs(before.inputPorts(), after.inputPorts(), findings);
    }

    private static void outputs(List<OutputPort> before, List<OutputPort> after, Findings findings) {
        Place list = Place.ROOT.child("outputPorts");
        Matching<OutputPort> matching = Matching.of(before, after)
                .by(item -> Arrays.asList(item.value().name(), item.value().version()))
                .by(item -> item.value().name())
                .byUnique(item -> address(item.value()));
        matching.forEachRemoved(gone ->
                findings.add(list.item(gone.index(), 0, gone.value().name()), REMOVED, summary(gone.value()), null));
        matching.forEachPair((old, now) -> output(
                old.value(),
                now.value(),
                list.item(old.index(), now.index(), now.value().name()),
                findings));
        matching.forEachAdded(more ->
                findings.add(list.item(0, more.index(), more.value().name()), ADDED, null, summary(more.value())));
    }

    private static void output(OutputPort before, OutputPort after, Place place, Findings findings) {
        if (!before.name().equals(after.name())) {
            findings.add(place, RENAMED, before.name(), after.name());
        }
        findings.compare(TABLE, before, after, place);
        ValueRules.compareAll(
                before.properties(), after.properties(), place, "properties", PortRules::property, findings);
    }

    /** A minor version of a port adds to it, a major one is another port. */
    private static Ruling version(@Nullable String before, @Nullable String after) {
        if (before == null || after == null) {
            return safe("Whether the port has a version of its own is written differently.");
        }
        return before.split("\\.", 2)[0].equals(after.split("\\.", 2)[0])
                ? safe("The port went from version {before} to {after}, which promises to break nobody.")
                : breaking("Consumers of version {before} of the port find version {after}.");
    }

    private static Ruling property(String key, @Nullable Object before, @Nullable Object after) {
        boolean connecting = CONNECTING.contains(key.toLowerCase(Locale.ROOT).replaceAll("[_.-]", ""));
        if (before == null) {
            return safe("The port says more about itself.");
        }
        if (after == null) {
            return connecting
                    ? breaking("Consumers no longer learn {path}, which they connect with.")
                    : risky("Consumers that rely on {before} must check; the port no longer says it.");
        }
        return connecting
                ? breaking("Consumers that connect with {before} fail: it is now {after}.")
                : risky("Consumers that rely on {before} must check what the port now says: {after}.");
    }

    private static @Nullable Object address(OutputPort port) {
        return port.location() == null ? null : Arrays.asList(port.kind(), port.location());
    }

    private static String summary(OutputPort port) {
        String kind = port.kind().name().toLowerCase(Locale.ROOT);
        return Stream.of(port.format() == null ? kind : port.format(), port.location())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static void inputs(List<InputPort> before, List<InputPort> after, Findings findings) {
        Place list = Place.ROOT.child("inputPorts");
        Matching<InputPort> matching = Matching.ofDistinct(before, after)
                .by(Matching.Item::value)
                .by(item -> item.value().source());
        matching.forEachRemoved(gone -> {
            String source = gone.value().source();
            findings.add(list.item(gone.index(), 0, source), INPUT_REMOVED, source, null);
        });
        matching.forEachPair((old, now) -> findings.compare(
                INPUT,
                old.value(),
                now.value(),
                list.item(old.index(), now.index(), now.value().source())));
        matching.forEachAdded(more -> {
            String source = more.value().source();
            findings.add(list.item(0, more.index(), source), INPUT_ADDED, null, source);
        });
    }
}
