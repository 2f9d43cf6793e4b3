package io.meshwork.local.log;

import java.util.concurrent.ForkJoinWorkerThread;

/** For which part a thread works: told to the thread that starts the part, and inherited by all that are started from it. */
public final class WorkingFor {

    static final String NOBODY = "mesh";

    private static final InheritableThreadLocal<String> PART = new InheritableThreadLocal<>();

    private WorkingFor() {}

    /** From now on, this thread and those it starts. */
    public static void part(String name) {
        PART.set(name);
    }

    /** Workers of a pool that everybody uses were started by whoever came first. */
    static String current() {
        String part = Thread.currentThread() instanceof ForkJoinWorkerThread ? null : PART.get();
        return part == null ? NOBODY : part;
    }
}
