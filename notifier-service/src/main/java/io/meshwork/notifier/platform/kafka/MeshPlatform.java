package io.meshwork.notifier.platform.kafka;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.meshwork.notifier.platform.Position;
import io.meshwork.notifier.platform.Sight;
import io.meshwork.schemas.topics.Platform;
import io.meshwork.schemas.topics.PlatformUnavailableException;
import io.meshwork.schemas.topics.Topic;
import io.meshwork.schemas.topics.TopicManifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the broker and the registry of the mesh.
 *
 * @param connect opens a connection for one look
 */
record MeshPlatform(String meshName, Supplier<Platform> connect) {

    private static final List<String> SERVICES = List.of("catalog", "policy", "quality", "notifier");

    Sight look() {
        try (var platform = connect.get()) {
            var registry = registryTrouble(platform);
            try {
                return new Sight(positions(platform.admin()), null, registry, true);
            } catch (ExecutionException e) {
                return new Sight(List.of(), String.valueOf(e.getCause()), registry, true);
            }
        } catch (PlatformUnavailableException e) {
            return new Sight(List.of(), String.valueOf(e.getMessage()), null, false);
        }
    }

    /** An answer of whatever kind below 500 says that it is there. */
    private static @Nullable String registryTrouble(Platform platform) {
        try {
            platform.registry().getAllSubjects();
            return null;
        } catch (RestClientException e) {
            return e.getStatus() < 500 ? null : "it answers " + e.getStatus();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Of services that have read anything yet: one that was never started is not missed. */
    private List<Position> positions(Admin admin) throws ExecutionException {
        var positions = new ArrayList<Position>();
        for (var service : SERVICES) {
            var read = await(
                    admin.listConsumerGroupOffsets(meshName + "." + service).partitionsToOffsetAndMetadata());
            if (!read.isEmpty()) {
                positions.addAll(positions(admin, service, read));
            }
        }
        return positions;
    }

    private List<Position> positions(Admin admin, String service, Map<TopicPartition, OffsetAndMetadata> read)
            throws ExecutionException {
        var topics = TopicManifest.read().topics().stream()
                .filter(topic -> topic.readBy().contains(service))
                .collect(Collectors.toMap(topic -> topic.fullName(meshName), Topic::name));
        var partitions = await(admin.describeTopics(topics.keySet()).allTopicNames()).values().stream()
                .flatMap(topic -> IntStream.range(0, topic.partitions().size())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
        var first = offsets(admin, partitions, OffsetSpec.earliest());
        var last = offsets(admin, partitions, OffsetSpec.latest());
        return partitions.stream()
                .flatMap(at -> Stream.ofNullable(last.get(at)).map(end -> {
                    var done = read.get(at);
                    var beginning = first.get(at);
                    long from = beginning == null ? 0 : beginning.offset();
                    return new Position(
                            service,
                            String.valueOf(topics.get(at.topic())),
                            at.partition(),
                            done == null ? from : Math.max(from, done.offset()),
                            end.offset());
                }))
                .toList();
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
            Admin admin, List<TopicPartition> partitions, OffsetSpec which) throws ExecutionException {
        return await(admin.listOffsets(partitions.stream().collect(Collectors.toMap(at -> at, _ -> which)))
                .all());
    }

    private static <T> T await(KafkaFuture<T> answer) throws ExecutionException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
