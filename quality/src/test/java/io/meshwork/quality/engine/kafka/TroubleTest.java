package io.meshwork.quality.engine.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class TroubleTest {

    private static String about(KafkaException e) {
        return Trouble.about(
                e, new NamedCluster("mesh.quality.kafka.brokers.shop", false, List.of("a"), Map.of(), null, List.of()));
    }

    @Test
    void saysHowToMendIt() {
        assertThat(about(new TopicAuthorizationException("shop.orders")))
                .isEqualTo("the user of mesh.quality.kafka.brokers.shop may not read it; grant Read and Describe on the"
                        + " topic");
        assertThat(about(new SaslAuthenticationException("no"))).contains("do not let us in", "properties");
        assertThat(about(new TimeoutException())).contains("do not answer");
        assertThat(about(new KafkaException("?", new TimeoutException()))).contains("do not answer");
    }

    @Test
    void tellsNothingOfWhatBrokersSay() {
        assertThat(about(new KafkaException("secret"))).doesNotContain("secret").contains("KafkaException");
    }
}
