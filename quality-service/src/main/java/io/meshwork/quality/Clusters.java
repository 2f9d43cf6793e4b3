package io.meshwork.quality;

import io.meshwork.messaging.boot.MeshSettings;
import io.meshwork.quality.engine.kafka.NamedCluster;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** The brokers that topics are read from: those of the settings, then the mesh's own. */
final class Clusters {

    private static final String SETTING = "mesh.quality.kafka";

    private Clusters() {}

    static List<NamedCluster> of(TopicSettings settings, MeshSettings mesh, KafkaProperties kafka) {
        List<NamedCluster> clusters = new ArrayList<>();
        settings.brokers().forEach((name, brokers) -> clusters.add(named(name, brokers)));
        if (settings.own()) {
            clusters.add(own(settings, mesh, kafka));
        }
        return clusters;
    }

    private static NamedCluster named(String name, BrokerSettings brokers) {
        return new NamedCluster(
                SETTING + ".brokers." + name,
                false,
                brokers.serves(),
                brokers.clientProperties(),
                brokers.registryUrl() == null
                        ? null
                        : NamedCluster.registry(brokers.registryUrl(), brokers.registryProperties()),
                List.of());
    }

    /** The mesh's own topics are no product's: they hold more than everyone may see. */
    private static NamedCluster own(TopicSettings settings, MeshSettings mesh, KafkaProperties kafka) {
        Map<String, Object> registry = new HashMap<>(kafka.getProperties());
        registry.putAll(mesh.registry().properties());
        Stream<String> addresses =
                kafka.getBootstrapServers().stream().flatMap(written -> Stream.of(written.split(",")));
        return new NamedCluster(
                SETTING,
                true,
                Stream.concat(addresses.map(String::strip), settings.serves().stream())
                        .toList(),
                kafka.buildConsumerProperties(),
                NamedCluster.registry(mesh.registry().url().toString(), registry),
                List.of(mesh.name() + "."));
    }
}
