package io.meshwork.messaging;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Slow work (scans, HTTP calls) that must not hold up a topic. Leased, so that a crash hands it to another replica; run at least
 * once, so what it does outside must be repeatable.
 */
public interface JobHandler {

    /** Name of the kind, as given to {@link Outcomes#enqueue}. */
    String kind();

    /** How many jobs of this kind one replica runs at a time. */
    default int parallelism() {
        return 2;
    }

    /**
     * How long a result may wait for others while more jobs of this kind wait than run at once. What many decide then takes one
     * transaction, and its readers get it in larger batches; but a crash repeats more runs. Nothing waits longer while there are few
     * jobs.
     */
    default Duration gatherUnderLoad() {
        return Duration.ZERO;
    }

    /**
     * Does the work outside any transaction.
     *
     * @return what it decides; runs in the transaction that also ends the job
     * @throws RetryJobLater to try again at a given time
     * @throws RuntimeException is retried with back-off, without limit
     */
    Consumer<Outcomes> run(Job job);
}
