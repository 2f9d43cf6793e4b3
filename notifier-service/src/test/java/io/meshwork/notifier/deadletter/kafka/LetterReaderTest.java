package io.meshwork.notifier.deadletter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.meshwork.deadletters.LetterBox;
import io.meshwork.deadletters.Wanted;
import io.meshwork.messaging.BrokenInfrastructure;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class LetterReaderTest {

    @Test
    void doesNotHangWhenTheBrokerIsAway() {
        var settings = new LetterSettings(10, DataSize.ofMegabytes(1), Duration.ofSeconds(1), 1, Duration.ofSeconds(1));
        var away = Map.<String, Object>of("bootstrap.servers", "127.0.0.1:1");
        var boxes = new LetterBoxes(LetterBox.all("mesh"), away, away, settings);
        var reader = new LetterReader(boxes, new MockSchemaRegistryClient(), settings);
        long begin = System.nanoTime();

        var failure = catchThrowable(() -> reader.page(null, Wanted.ALL, false, null, 10));

        assertThat(BrokenInfrastructure.isCauseOf(failure)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }
}
