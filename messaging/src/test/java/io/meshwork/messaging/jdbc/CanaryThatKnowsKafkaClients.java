package io.meshwork.messaging.jdbc;

import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

/** Publishes from the middle of a transaction, and wires itself; breaks two rules on purpose. */
@Configuration
public record CanaryThatKnowsKafkaClients(KafkaTemplate<byte[], byte[]> template) {}
