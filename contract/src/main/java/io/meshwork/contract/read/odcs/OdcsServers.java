package io.meshwork.contract.read.odcs;

import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.read.document.Quoted;
import io.meshwork.contract.read.value.Choice;
import io.meshwork.contract.read.value.CustomProperties;
import io.meshwork.contract.read.value.Section;
import io.meshwork.contract.read.value.Suggestions;
import io.meshwork.contract.read.value.UniqueNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code servers} as output ports. */
final class OdcsServers {

    private static final Set<String> MODELLED = Set.of("server", "description", "format");
    private static final Set<String> OF_THE_MESH =
            Set.of("server", "type", "description", "format", "location", "customProperties");

    private OdcsServers() {}

    /**
     * @param topic the topic of a contract about exactly one, which the standard names in the schema and not in the server
     */
    static List<OutputPort> read(Section root, @Nullable String topic) {
        List<OutputPort> ports = new ArrayList<>();
        UniqueNames names = new UniqueNames();
        for (Section section : root.sections("servers", "server")) {
            OutputPort port = port(section, topic);
            names.check(section, "server", port.version() == null ? port.name() : port.name() + " " + port.version());
            ports.add(port);
        }
        if (!root.has("servers")) {
            root.warning(
                    "servers",
                    "missing",
                    "the contract names no server, so the product has no output port",
                    "Add `servers:` to say where consumers get the data.");
        }
        return ports;
    }

    private static OutputPort port(Section section, @Nullable String topic) {
        String name = section.name("server", "Give the server a name.");
        String type = section.required("type", "Write one of " + String.join(", ", ServerTypes.NAMES) + ".");
        Section mesh = CustomProperties.read(section).mesh();
        Optional<String> address = ServerPorts.ADDRESSES.stream()
                .filter(key -> section.text(key) != null)
                .findFirst();
        String location = address.map(section::text).orElse(null);
        if (mesh != null) {
            return ofTheMesh(section, mesh, name, location);
        }
        checkWords(section);
        ServerTypes.check(section, type, address.isPresent());
        PortKind kind = kind(section, type);
        String format = section.text("format");
        Map<String, Object> properties = properties(section, type, address, format);
        return new OutputPort(
                name,
                kind,
                format != null ? format.toLowerCase(Locale.ROOT) : ServerPorts.format(kind, type),
                location != null ? location : ServerPorts.location(kind, properties, topic),
                section.text("description"),
                properties);
    }

    /** A port that the mesh wrote, which was no server of the standard. */
    private static OutputPort ofTheMesh(Section section, Section mesh, String name, @Nullable String location) {
        return new OutputPort(
                name,
                Choice.read(mesh, "kind", PortKind.class).orElse(PortKind.OTHER),
                section.text("format"),
                location,
                section.text("description"),
                mesh.written("version"),
                mesh.text("contractId"),
                meshProperties(section, mesh));
    }

    private static Map<String, Object> meshProperties(Section section, Section mesh) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (mesh.section("properties", "mesh") instanceof Section own) {
            properties.putAll(own.except(Set.of()));
        }
        section.except(OF_THE_MESH).forEach(properties::putIfAbsent);
        return properties;
    }

    /** A value of the wrong type is a problem even where it is only passed on. */
    private static void checkWords(Section section) {
        section.text("host");
        Stream.concat(Stream.of("port"), ServerPorts.SYSTEM.stream()).forEach(section::written);
    }

    private static PortKind kind(Section section, String type) {
        Optional<PortKind> kind = ServerPorts.kind(type, section.text("location"), section.text("format"));
        if (kind.isEmpty() || !(type.isEmpty() || ServerTypes.NAMES.contains(type))) {
            section.warning(
                    "type",
                    "unknown",
                    "the server type " + Quoted.of(type) + " is not in the standard",
                    Suggestions.didYouMean(type, ServerTypes.NAMES) + "Use `custom` for other systems.");
        }
        return kind.orElse(PortKind.OTHER);
    }

    /** Everything but what the model tells: the address where the type's readers look for it, the format in lower case. */
    private static Map<String, Object> properties(
            Section section, String type, Optional<String> address, @Nullable String format) {
        Set<String> modelled =
                Stream.concat(MODELLED.stream(), address.stream()).collect(Collectors.toSet());
        Map<String, Object> properties = new LinkedHashMap<>(section.except(modelled));
        address.filter(key -> !key.equals(addressKey(type)))
                .ifPresent(key -> properties.put(key, String.valueOf(section.text(key))));
        if (format != null && !format.equals(format.toLowerCase(Locale.ROOT))) {
            properties.put("format", format);
        }
        return properties;
    }

    private static String addressKey(String type) {
        return type.equals("local") ? "path" : "location";
    }
}
