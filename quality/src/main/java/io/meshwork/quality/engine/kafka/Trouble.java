package io.meshwork.quality.engine.kafka;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Why a topic cannot be read and what would help, fit for an event that everyone reads. */
final class Trouble {

    static final String MISSING = "there is none by that name at the brokers of ";

    private Trouble() {}

    static String about(KafkaException e, NamedCluster cluster) {
        return switch (e) {
            case UnknownTopicOrPartitionException _, InvalidTopicException _ -> MISSING + cluster.setting();
            case TopicAuthorizationException _ ->
                "the user of " + cluster.setting() + " may not read it; grant Read and Describe on the topic";
            case AuthorizationException _ -> "the user of " + cluster.setting() + " has not the rights to read topics";
            case AuthenticationException _ ->
                "the brokers of " + cluster.setting() + " do not let us in; check user and password in its properties";
            case RetriableException _ -> "the brokers of " + cluster.setting() + " do not answer";
            default ->
                e.getCause() instanceof KafkaException cause
                        ? about(cause, cluster)
                        : "it could not be read by " + cluster.setting() + " ("
                                + e.getClass().getSimpleName() + ")";
        };
    }
}
