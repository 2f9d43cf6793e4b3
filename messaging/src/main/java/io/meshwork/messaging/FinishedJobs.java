package io.meshwork.messaging;

import io.meshwork.messaging.jdbc.Jobs.Leased;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Jobs whose work is done, until their decisions are stored. Those that end at about the same time share a transaction and a
 * publication, and more of them do while more jobs wait than can be run at once, see {@link JobHandler#gatherUnderLoad}.
 */
final class FinishedJobs {

    /** A job whose work is done, and whose decision is not stored yet. */
    record Finished(JobHandler handler, Leased leased, Consumer<Outcomes> decision) {}

    private static final int LARGEST_GROUP = 100;
    private static final long IDLE_MILLIS = 100;
    private static final long STEP_MILLIS = 10;

    private final Duration gather;
    private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
    private final Set<String> crowded = ConcurrentHashMap.newKeySet();

    /** @param gather how long every result waits for others */
    FinishedJobs(Duration gather) {
        this.gather = gather;
    }

    void add(Finished job) {
        finished.add(job);
    }

    boolean isEmpty() {
        return finished.isEmpty();
    }

    /** @param more whether at least as many jobs of this kind wait as there are places for */
    void crowded(JobHandler handler, boolean more) {
        if (more) {
            crowded.add(handler.kind());
        } else {
            crowded.remove(handler.kind());
        }
    }

    /** @return in the order of their keys, so that two replicas never lock rows in different orders; none when none ended */
    List<Finished> next() throws InterruptedException {
        Finished first = finished.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        long start = System.nanoTime();
        List<Finished> group = new ArrayList<>(List.of(first));
        LockSupport.parkNanos(gather.toNanos());
        finished.drainTo(group, LARGEST_GROUP - group.size());
        while (group.size() < LARGEST_GROUP && System.nanoTime() - start < patience(group)) {
            Finished another = finished.poll(STEP_MILLIS, TimeUnit.MILLISECONDS);
            if (another != null) {
                group.add(another);
            }
        }
        group.sort(Comparator.comparing(job -> job.leased().job().key()));
        return group;
    }

    /** Nanoseconds that all of them may wait. */
    private long patience(List<Finished> group) {
        return group.stream()
                .map(Finished::handler)
                .distinct()
                .mapToLong(handler -> crowded.contains(handler.kind())
                        ? handler.gatherUnderLoad().toNanos()
                        : 0)
                .min()
                .orElse(0);
    }
}
