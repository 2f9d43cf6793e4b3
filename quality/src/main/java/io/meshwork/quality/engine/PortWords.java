package io.meshwork.quality.engine;

import io.meshwork.contract.model.OutputPort;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a port says besides what the model knows: its own attributes, and ODCS' custom properties. */
final class PortWords {

    private PortWords() {}

    /** The attribute before the custom property; empty for what is neither text, number nor truth. */
    static Optional<String> word(OutputPort port, String key) {
        Stream<?> custom = port.properties().get("customProperties") instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> (Map<?, ?>) item)
                        .filter(item -> key.equals(item.get("property")))
                        .map(item -> item.get("value"))
                        .filter(Objects::nonNull)
                : Stream.empty();
        return Stream.concat(Stream.ofNullable(port.properties().get(key)), custom)
                .filter(value -> value instanceof String || value instanceof Number || value instanceof Boolean)
                .map(value -> value.toString().strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
