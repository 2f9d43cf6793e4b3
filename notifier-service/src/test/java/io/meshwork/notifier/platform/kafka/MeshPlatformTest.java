package io.meshwork.notifier.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.platform.Sight;
import io.meshwork.schemas.topics.Platform;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeshPlatformTest {

    private static final String NOBODY_LISTENS = "127.0.0.1:1";

    @Test
    void findsNothingWrongWhereBothAnswer() {
        var sight = look(TestPlatform.brokers(), "mock://mesh-platform");

        assertThat(sight.brokerTrouble()).isNull();
        assertThat(sight.registryTrouble()).isNull();
    }

    @Test
    void seesARegistryThatIsDownBesideABrokerThatIsNot() {
        var sight = look(TestPlatform.brokers(), "http://" + NOBODY_LISTENS);

        assertThat(sight.brokerTrouble()).isNull();
        assertThat(sight.registryAsked()).isTrue();
        assertThat(sight.registryTrouble()).isNotNull();
    }

    @Test
    void seesABrokerThatIsDown() {
        var sight = look(NOBODY_LISTENS, "mock://mesh-platform");

        assertThat(sight.brokerTrouble()).isNotNull();
        assertThat(sight.registryTrouble()).isNull();
    }

    private static Sight look(String brokers, String registry) {
        return new MeshPlatform(
                        "nobodys",
                        () -> Platform.connect(
                                brokers,
                                registry,
                                Map.of("default.api.timeout.ms", 2_000, "request.timeout.ms", 1_500)))
                .look();
    }
}
