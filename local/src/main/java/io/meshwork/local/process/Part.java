package io.meshwork.local.process;

import io.meshwork.local.state.PartState;

/** One part of the platform. */
public interface Part {

    /** Short and stable: what people type in {@code mesh logs <part>}. */
    String name();

    /** Returns when it answers; throws {@link PartFailedException} when it never will. */
    void start();

    /** Returns when it is gone; does nothing when it is not running. */
    void stop();

    /** Where it is to be found, for the state file and for people. */
    PartState state();
}
