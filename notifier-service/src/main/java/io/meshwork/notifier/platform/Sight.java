package io.meshwork.notifier.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look at the platform shows.
 *
 * @param brokerTrouble why the broker cannot be asked, null when it answers; then there are no positions
 * @param registryTrouble why the registry cannot be asked, null when it answers
 */
public record Sight(
        List<Position> positions,
        @Nullable String brokerTrouble,
        @Nullable String registryTrouble) {

    public Sight {
        positions = List.copyOf(positions);
    }
}
