package io.meshwork.policy.evaluation.jdbc;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Facts that change without the version, as a verdict met them.
 *
 * @param quality JSON of the score, null when no policy looked at it
 * @param upstreams version by product, null when no policy looked at them
 */
record Inputs(@Nullable String quality, @Nullable Map<String, String> upstreams) {

    boolean isEmpty() {
        return quality == null && upstreams == null;
    }
}
