package io.meshwork.notifier.channel.topic.kafka;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.meshwork.notifier.channel.topic.Rights;
import io.meshwork.notifier.channel.topic.TopicBroker;
import io.meshwork.notifier.channel.topic.TopicNames;
import io.meshwork.schemas.topics.Platform;
import io.meshwork.schemas.topics.PlatformUnavailableException;
import io.meshwork.schemas.topics.Topic;
import io.meshwork.schemas.topics.TopicManifest;
import io.meshwork.schemas.topics.TopicReport;
import io.meshwork.schemas.topics.TopicSchemas;
import io.meshwork.schemas.topics.TopicsApply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes topics of subscriptions like the public feed, which the manifest describes. */
final class KafkaTopics implements TopicBroker {

    private static final int NOT_FOUND = 404;

    private final TopicNames names;
    private final short replicationFactor;
    private final Supplier<Platform> connect;
    private final Topic feed;
    private final TopicSchemas schemas;

    /** @param connect opens a connection for one piece of work */
    KafkaTopics(TopicNames names, short replicationFactor, Supplier<Platform> connect) {
        this.names = names;
        this.replicationFactor = replicationFactor;
        this.connect = connect;
        var manifest = TopicManifest.read();
        this.feed = manifest.topic("product.updates");
        this.schemas = TopicSchemas.read(new TopicManifest(List.of(feed)));
    }

    @Override
    public Answer make(Wanted wanted, Runnable check) {
        return attempt(platform -> {
            var name = names.topic(wanted.subscriptionId());
            if (!wanted.isOurs() && hasRecords(platform.admin(), name)) {
                return new Answer.Refused(
                        "there is a topic " + name + " already, with records that this mesh did not write;"
                                + " delete it, or subscribe under another id");
            }
            check.run();
            var report = apply(platform, wanted.subscriptionId(), wanted.retention());
            if (!report.successful()) {
                return new Answer.Refused(report.text());
            }
            check.run();
            var rights = new ReadRights(platform.admin(), names).grant(wanted.subscriptionId(), wanted.reader());
            var notes = Stream.concat(report.notes().stream(), Stream.ofNullable(rights.note()))
                    .toList();
            return new Answer.Done(rights.rights(), notes.isEmpty() ? null : String.join("; ", notes));
        });
    }

    @Override
    public Answer delete(String subscriptionId, boolean isOurs, Runnable check) {
        return attempt(platform -> {
            var name = names.topic(subscriptionId);
            if (!isOurs && hasRecords(platform.admin(), name)) {
                return new Answer.Done(Rights.NOBODY, null);
            }
            check.run();
            deleteTopic(platform.admin(), name);
            check.run();
            deleteSubject(platform.registry(), names.subject(subscriptionId));
            check.run();
            return new ReadRights(platform.admin(), names).revoke(subscriptionId);
        });
    }

    private interface Work {
        Answer on(Platform platform) throws ExecutionException, IOException, RestClientException;
    }

    private Answer attempt(Work work) {
        try (var platform = connect.get()) {
            return work.on(platform);
        } catch (PlatformUnavailableException e) {
            return new Answer.Away(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Answer.Away("the schema registry does not answer: " + e.getMessage());
        } catch (RestClientException e) {
            return new Answer.Refused("the schema registry answers: " + e.getMessage());
        } catch (ExecutionException e) {
            var cause = e.getCause();
            return cause instanceof ApiException && !(cause instanceof RetriableException)
                    ? new Answer.Refused("the broker answers: " + cause.getMessage())
                    : new Answer.Away("the broker does not answer: " + cause);
        }
    }

    private TopicReport apply(Platform platform, String subscriptionId, Duration retention) {
        var topic = new Topic(
                names.shortName(subscriptionId),
                "Updates for the subscription " + subscriptionId,
                feed.key(),
                feed.schema(),
                feed.writtenBy(),
                feed.readBy(),
                feed.partitions(),
                retention,
                feed.cleanup(),
                feed.compatibility());
        var schema = schemas.of(feed).orElseThrow();
        return new TopicsApply(
                        platform, new TopicManifest(List.of(topic)), new TopicSchemas(Map.of(topic.name(), schema)))
                .apply(names.mesh(), replicationFactor)
                .topics()
                .getFirst();
    }

    /** What was made before a crash that kept it from being noted has none. */
    private static boolean hasRecords(Admin admin, String topic) throws ExecutionException {
        var ends = IntStream.range(0, partitions(admin, topic))
                .boxed()
                .collect(Collectors.toMap(partition -> new TopicPartition(topic, partition), _ -> OffsetSpec.latest()));
        return !ends.isEmpty()
                && await(admin.listOffsets(ends).all()).values().stream().anyMatch(end -> end.offset() > 0);
    }

    /** 0 when there is no such topic. */
    private static int partitions(Admin admin, String topic) throws ExecutionException {
        try {
            var found = await(admin.describeTopics(List.of(topic)).allTopicNames());
            return found.values().stream()
                    .mapToInt(description -> description.partitions().size())
                    .sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw e;
        }
    }

    private static void deleteTopic(Admin admin, String topic) throws ExecutionException {
        try {
            await(admin.deleteTopics(List.of(topic)).all());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw e;
            }
        }
    }

    private static void deleteSubject(SchemaRegistryClient registry, String subject)
            throws IOException, RestClientException {
        try {
            registry.deleteSubject(subject);
        } catch (RestClientException e) {
            if (e.getStatus() != NOT_FOUND) {
                throw e;
            }
        }
    }

    static <T> T await(KafkaFuture<T> answer) throws ExecutionException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
