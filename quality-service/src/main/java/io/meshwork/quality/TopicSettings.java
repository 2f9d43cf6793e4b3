package io.meshwork.quality;

import io.meshwork.quality.engine.kafka.WindowLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of topics is read, and from which brokers.
 *
 * @param own whether topics of the mesh's own brokers are read, with the rights of this service; default true
 * @param serves what contracts call the mesh's own brokers besides their bootstrap addresses, {@code host} or {@code host:port}
 * @param records the newest of a topic over all its partitions, default 100,000, at most 5,000,000
 * @param age of the oldest record; default any
 * @param bytes of the records, and of the rows made of them, at least 1 MB; default 64 MB
 * @param timeout after which the rest of a window is left out; default 60 s, whole seconds
 * @param folder where windows are while they are measured, null for one below the system's temporary folder
 * @param brokers others, by a name of the operator's; default none
 */
record TopicSettings(
        @DefaultValue("true") boolean own,
        @DefaultValue List<String> serves,
        @DefaultValue("100000") long records,
        @Nullable Duration age,
        @DefaultValue("64MB") DataSize bytes,
        @DefaultValue("60s") Duration timeout,
        @Nullable Path folder,
        @DefaultValue Map<String, BrokerSettings> brokers) {

    TopicSettings {
        serves = List.copyOf(serves);
        brokers = Map.copyOf(brokers);
    }

    WindowLimits limits() {
        return new WindowLimits(records, age, bytes.toBytes(), timeout);
    }
}
