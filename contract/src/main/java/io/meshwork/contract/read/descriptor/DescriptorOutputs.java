package io.meshwork.contract.read.descriptor;

import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.read.document.Node;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Choice;
import io.meshwork.contract.read.value.PortKinds;
import io.meshwork.contract.read.value.Section;
import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.contract.read.value.UniqueNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The output ports. */
final class DescriptorOutputs {

    private static final Set<String> MODELLED = Set.of("name", "format", "kind", "description");
    static final List<String> ADDRESSES = List.of("topic", "location", "endpoint", "url", "path", "table");
    private static final Set<String> SYSTEMS = Set.of("host", "database", "catalog", "bootstrap_servers");

    private static final Set<String> FURTHER =
            Set.of("host", "port", "database", "schema", "catalog", "bootstrap_servers", "delimiter", "header");

    private DescriptorOutputs() {}

    static List<OutputPort> read(Section spec) {
        List<OutputPort> ports = new ArrayList<>();
        UniqueNames names = new UniqueNames();
        for (Section section : spec.sections("outputs", "output")) {
            OutputPort port = port(section);
            names.check(section, "name", port.name());
            ports.add(port);
        }
        boolean written = spec.has("outputs") && !ports.isEmpty();
        if (!written && !isWrong(spec)) {
            spec.missing(
                    "outputs",
                    "Add at least one output port with name, format and location, so that others can use the data.");
        }
        return ports;
    }

    /** A value that is no list at all, or holds no mapping, has been reported already. */
    private static boolean isWrong(Section spec) {
        return switch (spec.node("outputs")) {
            case null -> false;
            case Node.Sequence list -> !list.items().isEmpty();
            default -> true;
        };
    }

    private static OutputPort port(Section section) {
        String name = section.name("name", "Name the port, so that others can refer to it.");
        String format = section.text("format");
        String location = location(section);
        PortKind kind = kind(section, format, location);
        String description = section.text("description");
        return new OutputPort(
                name,
                kind,
                format == null ? null : format.toLowerCase(Locale.ROOT),
                location,
                description,
                properties(section));
    }

    private static @Nullable String location(Section section) {
        for (String key : ADDRESSES) {
            String address = section.text(key);
            if (address != null) {
                return address;
            }
        }
        boolean reported = ADDRESSES.stream().anyMatch(section::has);
        if (!reported && SYSTEMS.stream().noneMatch(section::has)) {
            section.missing("location", "Say where the data is: `location`, `endpoint` or `topic`.");
        }
        return null;
    }

    private static PortKind kind(Section section, @Nullable String format, @Nullable String location) {
        Optional<PortKind> declared = Choice.read(section, "kind", PortKind.class);
        if (declared.isPresent()) {
            return declared.get();
        }
        if (section.has("topic")) {
            return PortKind.EVENT_STREAM;
        }
        Optional<PortKind> byAddress = PortKinds.ofAddress(location);
        if (byAddress.isPresent()) {
            return byAddress.get();
        }
        if (format == null) {
            return withoutFormat(section);
        }
        return byFormat(section, format);
    }

    private static PortKind byFormat(Section section, String format) {
        Optional<PortKind> known = PortKinds.ofWord(format);
        if (known.isEmpty()) {
            section.warning(
                    "format",
                    "unknown",
                    "the format " + Quoted.of(format) + " is not known, so the kind of the port is not either",
                    "Add `kind:` with event_stream, file, sql or api.");
        }
        boolean served = section.has("endpoint") && !section.has("location");
        return known.map(kind -> served && kind == PortKind.FILE ? PortKind.API : kind)
                .orElse(PortKind.OTHER);
    }

    private static PortKind withoutFormat(Section section) {
        boolean wrong = section.has("format");
        if (!wrong && !section.has("endpoint")) {
            section.missing("format", "Say what consumers get, such as delta, parquet, csv, kafka, rest or sql.");
        }
        return section.has("endpoint") ? PortKind.API : PortKind.OTHER;
    }

    /** Ports have many attributes; only what looks like a slip is worth a word. */
    private static Map<String, Object> properties(Section section) {
        Set<String> known = new TreeSet<>(MODELLED);
        known.addAll(ADDRESSES);
        for (String key : section.keys()) {
            if (!known.contains(key) && !FURTHER.contains(key)) {
                Suggestions.nearest(key, known)
                        .ifPresent(word -> section.warning(
                                key,
                                "unknown",
                                "the key " + Quoted.of(key) + " is not known here",
                                "Did you mean `" + word + "`? It is kept among the properties of the port."));
            }
        }
        return section.except(modelledKeys(section));
    }

    private static Set<String> modelledKeys(Section section) {
        Set<String> keys = new TreeSet<>(MODELLED);
        ADDRESSES.stream().filter(section::has).findFirst().ifPresent(keys::add);
        return keys;
    }
}
