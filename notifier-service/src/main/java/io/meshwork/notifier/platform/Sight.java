package io.meshwork.notifier.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look at the platform shows.
 *
 * @param brokerTrouble why the broker does not answer, null when it does; with it there are no positions
 * @param registryTrouble why the registry does not answer, null when it does
 * @param registryAsked false when it could not even be asked, so that nothing is known of it
 */
public record Sight(
        List<Position> positions,
        @Nullable String brokerTrouble,
        @Nullable String registryTrouble,
        boolean registryAsked) {

    public Sight {
        positions = List.copyOf(positions);
    }
}
