package io.meshwork.messaging;

import java.util.function.Consumer;

/** A decision that no record asked for: a due time, the end of a job, a start-up. */
public interface Decisions {

    /** Runs the work in one transaction, stores its outcomes with it, and publishes them once it is committed. */
    void decide(Consumer<Outcomes> work);
}
