package io.meshwork.quality.engine;

import java.util.List;

/**
 * A topic to be measured on a window of its records.
 *
 * @param brokers as the contract names them, each {@code host} or {@code host:port}, which are never connected to by that name; none
 *     for the mesh's own broker
 * @param wish what the contract asks of the window
 */
public record DataTopic(List<String> brokers, String name, RecordFormat format, WindowWish wish) implements Source {

    public DataTopic {
        brokers = List.copyOf(brokers);
    }

    @Override
    public String toString() {
        return brokers.isEmpty() ? name : name + " of " + String.join(",", brokers);
    }
}
