package io.meshwork.catalog.product.web;

import io.meshwork.events.ProductSubmitted;
import io.meshwork.messaging.BrokenInfrastructure;
import io.meshwork.messaging.OutcomeTooLargeException;
import io.meshwork.messaging.RequestTopic;
import io.meshwork.messaging.kafka.Headers;
import io.micrometer.context.ContextSnapshotFactory;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Appends submissions; a broker that does not answer is waited for no longer than a person would. */
@Component
class SubmittedTopic {

    private final RequestTopic requests;
    private final CatalogSettings settings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ContextSnapshotFactory contexts =
            ContextSnapshotFactory.builder().build();

    SubmittedTopic(RequestTopic requests, CatalogSettings settings) {
        this.requests = requests;
        this.settings = settings;
    }

    /**
     * @return id of the submission
     * @throws BrokenInfrastructure when the broker has not confirmed in time; it may have the record all the same
     */
    UUID append(Ask ask, UUID requestId) {
        Future<UUID> appended = threads.submit(contexts.captureAll().wrap(() -> write(ask, requestId)));
        try {
            return appended.get(settings.brokerWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            appended.cancel(true);
            throw new BrokenInfrastructure("the broker has not confirmed the submission", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BrokenInfrastructure("stopped while appending the submission", stopped);
        } catch (ExecutionException failed) {
            throw rethrown(failed);
        }
    }

    private UUID write(Ask ask, UUID requestId) {
        ProductSubmitted submitted = ProductSubmitted.newBuilder()
                .setDocument(ask.document())
                .setMediaType(ask.mediaType())
                .setAction(ask.action())
                .setExpectedRevision(ask.expectedRevision())
                .setVersion(ask.about().version())
                .setSunset(ask.about().sunset())
                .setReason(ask.about().reason())
                .setSuccessor(ask.about().successor())
                .setConsumer(ask.about().consumer())
                .build();
        Map<String, String> headers = ask.token() == null ? Map.of() : Map.of(Headers.TOKEN, ask.token());
        return requests.append("product.submitted", ask.productId(), requestId, submitted, headers);
    }

    private static RuntimeException rethrown(ExecutionException failed) {
        return switch (failed.getCause()) {
            case OutcomeTooLargeException _ -> DocumentBody.tooLarge();
            case RuntimeException unchecked -> unchecked;
            case null, default -> new IllegalStateException("appending throws no checked exceptions", failed);
        };
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
