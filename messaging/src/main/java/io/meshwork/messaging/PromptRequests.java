package io.meshwork.messaging;

import io.micrometer.context.ContextSnapshotFactory;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;

/** Appends for somebody who waits: a broker that does not answer is waited for no longer than a person would. */
public final class PromptRequests implements AutoCloseable {

    private final RequestTopic requests;
    private final Duration atMost;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ContextSnapshotFactory contexts =
            ContextSnapshotFactory.builder().build();

    public PromptRequests(RequestTopic requests, Duration atMost) {
        this.requests = requests;
        this.atMost = atMost;
    }

    /**
     * As {@link RequestTopic#append}.
     *
     * @throws BrokenInfrastructure when the broker has not confirmed in time; it may have the record all the same
     */
    public UUID append(String topic, String key, UUID id, SpecificRecord value, Map<String, String> headers) {
        Future<UUID> appended =
                threads.submit(contexts.captureAll().wrap(() -> requests.append(topic, key, id, value, headers)));
        try {
            return appended.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            appended.cancel(true);
            throw new BrokenInfrastructure("the broker has not confirmed the request", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BrokenInfrastructure("stopped while appending the request", stopped);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException unchecked
                    ? unchecked
                    : new IllegalStateException("appending throws no checked exceptions", failed);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
