package io.meshwork.schemas.topics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** The broker's side of the topics; every call waits, and a broker that cannot answer is told apart from its answers. */
record BrokerTopics(Admin admin, String bootstrapServers) {

    /** A broker's answer that no waiting changes, such as a missing right to create topics. */
    static final class RefusedException extends Exception {
        RefusedException(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    static Admin connect(Map<String, Object> settings) {
        try {
            return Admin.create(settings);
        } catch (KafkaException e) {
            throw unavailable(String.valueOf(settings.get("bootstrap.servers")), cause(e));
        }
    }

    /** The number of partitions of those that exist, by full name. */
    Map<String, Integer> partitions(Collection<String> names) {
        Map<String, Integer> partitions = new HashMap<>();
        admin.describeTopics(names)
                .topicNameValues()
                .forEach((name, description) -> existing(description)
                        .ifPresent(
                                found -> partitions.put(name, found.partitions().size())));
        return partitions;
    }

    /**
     * Creates a topic.
     *
     * @param replicationFactor −1 for the broker's default
     * @return false when somebody else created it in the meantime
     */
    boolean create(NewTopic topic) throws RefusedException {
        try {
            await(admin.createTopics(List.of(topic)).all());
            return true;
        } catch (RefusedException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw e;
        }
    }

    /** The settings in force on a topic, defaults included. */
    Map<String, String> settings(String name) throws RefusedException {
        ConfigResource topic = resource(name);
        return await(admin.describeConfigs(List.of(topic)).all()).values().stream()
                .flatMap(config -> config.entries().stream())
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    void set(String name, Map<String, String> settings) throws RefusedException {
        List<AlterConfigOp> changes = settings.entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        await(admin.incrementalAlterConfigs(Map.of(resource(name), changes)).all());
    }

    private Optional<TopicDescription> existing(KafkaFuture<TopicDescription> description) {
        try {
            return Optional.of(description.get());
        } catch (ExecutionException e) {
            Throwable cause = cause(e);
            if (cause instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw unavailable(bootstrapServers, cause);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private <T> T await(KafkaFuture<T> answer) throws RefusedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            Throwable cause = cause(e);
            if (refused(cause)) {
                throw new RefusedException(cause);
            }
            throw unavailable(bootstrapServers, cause);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static Throwable cause(Exception e) {
        return e.getCause() == null ? e : e.getCause();
    }

    private static boolean refused(Throwable cause) {
        return cause instanceof AuthorizationException
                || cause instanceof InvalidConfigurationException
                || cause instanceof InvalidPartitionsException
                || cause instanceof InvalidReplicationFactorException
                || cause instanceof InvalidRequestException
                || cause instanceof PolicyViolationException
                || cause instanceof TopicExistsException
                || cause instanceof UnsupportedVersionException;
    }

    private static PlatformUnavailableException unavailable(String bootstrapServers, Throwable cause) {
        return new PlatformUnavailableException(
                "The broker at " + bootstrapServers + " does not answer (" + cause.getMessage()
                        + "); check that it runs, the address and the credentials",
                cause);
    }

    private static ConfigResource resource(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }
}
