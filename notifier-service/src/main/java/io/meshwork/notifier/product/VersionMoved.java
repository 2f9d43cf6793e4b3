package io.meshwork.notifier.product;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a published version.
 *
 * @param change deprecated, acknowledged or retired; open set
 * @param successor what to use instead, null when there is nothing
 * @param sunset when it is retired at the latest, null when that is not said
 * @param waitingFor consumers that have not acknowledged yet
 * @param consumer who acknowledged, null for another change
 */
public record VersionMoved(
        ProductVersion ref,
        String change,
        String reason,
        @Nullable String successor,
        @Nullable Instant sunset,
        List<String> waitingFor,
        @Nullable String consumer,
        Instant decidedAt) {

    public VersionMoved {
        waitingFor = List.copyOf(waitingFor);
    }

    public boolean isRetired() {
        return change.equals("retired");
    }
}
