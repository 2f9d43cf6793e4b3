package io.meshwork.contract.write;

import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.read.odcs.ServerPorts;
import io.meshwork.contract.read.value.Choice;
import io.meshwork.contract.read.value.CustomProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Output ports as servers. */
final class WrittenServers {

    private final @Nullable String topic;
    private final boolean foreign;

    /**
     * @param topic the only topic of the contract, which says the address of its stream
     * @param foreign the ports were not read from servers
     */
    WrittenServers(@Nullable String topic, boolean foreign) {
        this.topic = topic;
        this.foreign = foreign;
    }

    List<Map<String, @Nullable Object>> servers(List<OutputPort> ports) {
        List<Map<String, @Nullable Object>> servers = new ArrayList<>();
        for (OutputPort port : ports) {
            boolean server = !foreign && port.properties().get("type") instanceof String && port.version() == null;
            servers.add(server ? server(port, String.valueOf(port.properties().get("type"))) : ofTheMesh(port));
        }
        return servers;
    }

    private Map<String, @Nullable Object> server(OutputPort port, String type) {
        Map<String, Object> properties = port.properties();
        Tree server = new Tree()
                .put("server", port.name())
                .put("type", type)
                .put("description", port.description())
                .kept(properties, Set.of());
        String format = port.format();
        if (format != null && !format.equals(ServerPorts.format(port.kind(), type)) && !server.has("format")) {
            server.put("format", format);
        }
        if (!isImplied(port)) {
            boolean path = type.equals("local") && !server.has("path");
            server.put(path ? "path" : "location", port.location());
        }
        return server.toMap();
    }

    private boolean isImplied(OutputPort port) {
        Map<String, Object> properties = port.properties();
        Object written = ServerPorts.ADDRESSES.stream()
                .map(properties::get)
                .filter(String.class::isInstance)
                .findFirst()
                .orElseGet(() -> ServerPorts.location(port.kind(), properties, topic));
        return written == null
                ? port.location() == null
                : written.toString().strip().equals(port.location());
    }

    private static Map<String, @Nullable Object> ofTheMesh(OutputPort port) {
        Tree rest = new Tree()
                .put("kind", Choice.word(port.kind()))
                .put("version", port.version())
                .put("contractId", port.contractId())
                .put("properties", port.properties());
        return new Tree()
                .put("server", port.name())
                .put("type", "custom")
                .put("description", port.description())
                .put("format", port.format())
                .put("location", port.location())
                .addCustomProperty(CustomProperties.MESH, rest.toMap())
                .toMap();
    }
}
