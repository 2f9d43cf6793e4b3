package io.meshwork.messaging;

import io.meshwork.messaging.testkit.TestPlatform;

/** On the broker inside the JVM. */
class EmbeddedBrokerTest extends BrokerFlow {

    @Override
    String brokers() {
        return TestPlatform.brokers();
    }
}
