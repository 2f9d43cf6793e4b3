package io.meshwork.messaging;

import java.util.concurrent.Semaphore;

/** How many jobs of one kind may still begin on this replica. */
final class Places {

    private final Semaphore free;
    private volatile boolean wanted;

    Places(int all) {
        this.free = new Semaphore(all);
    }

    /** From now on whoever leaves a place is told that somebody may wait for it. */
    int takeAll() {
        wanted = true;
        return free.drainPermits();
    }

    /** @param allTaken whether jobs may be left that found no place */
    void giveBack(int unused, boolean allTaken) {
        wanted = allTaken;
        free.release(unused);
    }

    /** @return whether a job may wait for the place */
    boolean leave() {
        free.release();
        return wanted;
    }
}
