package io.meshwork.policy.evaluation;

import java.time.Instant;
import java.util.List;

/** Of every walk its newest progress; walks that end within a second leave none. */
public interface WalkProgresses {

    void keep(WalkProgress progress);

    /** Those that go on first, then the ones that ended last. */
    List<WalkProgress> all();

    /** Walks that go on, or are about to. */
    List<String> due();

    /** Forgets walks that ended before this moment, and those that stopped moving for good. */
    void trim(Instant before);
}
