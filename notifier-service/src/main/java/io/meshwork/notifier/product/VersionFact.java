package io.meshwork.notifier.product;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something decided about a published version. */
public sealed interface VersionFact permits Judged, Scored, Listed {

    ProductVersion ref();

    Aspect aspect();

    /** Order of the facts on this aspect of this version; the highest holds. */
    long position();

    /** Fingerprint of what consumers see; equal means that nothing changed for them. */
    String state();

    /** Fingerprint of what ops should hear of, null when nothing; equal means the same trouble as before. */
    @Nullable
    String alarm();

    /** False while the answer is still open, which is no news. */
    default boolean isSettled() {
        return true;
    }

    List<Finding> findings();

    Instant decidedAt();
}
