package io.meshwork.notifier.silence;

import java.time.Instant;
import java.util.List;

/** The silences that were asked for. */
public interface Silences {

    /** Those that cover anything at this moment. */
    List<Silence> inForce(Instant now);
}
