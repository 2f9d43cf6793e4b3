package io.meshwork.schemas.compatibility;

import org.apache.kafka.clients.admin.Admin;
import org.springframework.kafka.test.EmbeddedKafkaBroker;

/** A compatibility rule that needs a broker and a framework; breaks both rules on purpose. */
public record CanaryThatAsksABroker(Admin admin, EmbeddedKafkaBroker broker) {}
