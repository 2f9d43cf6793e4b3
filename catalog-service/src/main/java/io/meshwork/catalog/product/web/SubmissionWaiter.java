package io.meshwork.catalog.product.web;

import io.meshwork.catalog.product.DecidedSubmission;
import io.meshwork.catalog.product.DecidedSubmissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for outcomes, whichever replica decides them; however many wait, a tick is one query, and none when nobody waits. */
final class SubmissionWaiter {

    private static final Logger log = LoggerFactory.getLogger(SubmissionWaiter.class);

    private final DecidedSubmissions submissions;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();

    /** One caller; compared by identity, as two may wait for the same submission. */
    private static final class Waiting {
        final UUID id;
        final CompletableFuture<DecidedSubmission> outcome = new CompletableFuture<>();

        Waiting(UUID id) {
            this.id = id;
        }
    }

    SubmissionWaiter(DecidedSubmissions submissions) {
        this.submissions = submissions;
    }

    /** Blocks; empty when the submission is not decided in time. */
    Optional<DecidedSubmission> await(UUID id, Duration atMost) {
        Waiting one = new Waiting(id);
        waiting.add(one);
        try {
            return Optional.of(one.outcome.get(atMost.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("nothing completes a wait with a failure", impossible);
        } finally {
            waiting.remove(one);
        }
    }

    int waiting() {
        return waiting.size();
    }

    /** Looks once for all who wait; a database that is down only delays them. */
    void tick() {
        Set<UUID> ids = waiting.stream().map(one -> one.id).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return;
        }
        try {
            Map<UUID, DecidedSubmission> decided = submissions.find(ids).stream()
                    .collect(Collectors.toMap(DecidedSubmission::id, Function.identity()));
            waiting.forEach(one -> {
                DecidedSubmission outcome = decided.get(one.id);
                if (outcome != null) {
                    one.outcome.complete(outcome);
                }
            });
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("waiting", ids.size())
                    .setCause(e)
                    .log("Outcomes could not be looked up; trying again");
        }
    }
}
