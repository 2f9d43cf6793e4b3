package io.meshwork.notifier.deadletter.kafka;

import io.meshwork.deadletters.LetterBox;
import io.meshwork.deadletters.Letters;
import io.meshwork.deadletters.Rewriter;
import io.meshwork.messaging.BrokenInfrastructure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The dead-letter topics of the mesh, for as many at a time as memory allows. */
final class LetterBoxes {

    private static final int FETCHED_AT_ONCE = 4 * 1024 * 1024;

    private final List<LetterBox> all;
    private final Map<String, Object> reading;
    private final Map<String, Object> writing;
    private final Duration patience;
    private final Semaphore free;

    /**
     * @param consumer properties of the connection
     * @param producer properties of the connection
     */
    LetterBoxes(
            List<LetterBox> all, Map<String, Object> consumer, Map<String, Object> producer, LetterSettings settings) {
        this.all = List.copyOf(all);
        this.patience = settings.answer();
        this.free = new Semaphore(settings.readers());
        int answer = Math.toIntExact(patience.toMillis());
        this.reading = new HashMap<>(consumer);
        reading.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, answer);
        reading.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, answer);
        reading.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED_AT_ONCE);
        reading.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCHED_AT_ONCE);
        this.writing = new HashMap<>(producer);
        writing.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, answer);
        writing.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, answer);
        writing.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * answer);
    }

    List<LetterBox> all() {
        return all;
    }

    Optional<LetterBox> of(String service) {
        return all.stream().filter(box -> box.service().equals(service)).findFirst();
    }

    /** @throws BrokenInfrastructure when too many others read and do not come to an end */
    <T> T read(Function<Letters, T> work) {
        if (!isMyTurn()) {
            throw new BrokenInfrastructure(
                    "too many read dead letters at once",
                    new IllegalStateException("no turn within " + patience.toSeconds() + " s"));
        }
        try (var letters = new Letters(reading)) {
            return work.apply(letters);
        } finally {
            free.release();
        }
    }

    private boolean isMyTurn() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenInfrastructure("stopped while waiting for a turn", e);
        }
    }

    Rewriter writer() {
        return new Rewriter(writing);
    }
}
