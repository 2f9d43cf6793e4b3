package io.meshwork.notifier.channel.topic.kafka;

import static io.meshwork.notifier.Given.NOW;

import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Outcomes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Which jobs a decision asks for, as {@code kind after}. */
final class AskedJobs implements Outcomes {

    private final List<String> asked = new ArrayList<>();

    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void emit(Cause cause, String topic, String key, @Nullable SpecificRecord value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void enqueue(Cause cause, String kind, String key, String payload, Instant due) {
        asked.add(kind + " " + Duration.between(NOW, due));
    }
}
