package io.meshwork.notifier.deadletter;

import io.meshwork.deadletters.Position;
import java.util.Optional;

/**
 * A letter of the mesh, written {@code service:partition:offset}: the last two as {@code mesh dlt list} shows them.
 *
 * @param service that gave up
 */
public record LetterId(String service, Position position) {

    /** Empty when it is none. */
    public static Optional<LetterId> parse(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Position.parse(text.substring(colon + 1)).map(at -> new LetterId(text.substring(0, colon), at));
    }

    @Override
    public String toString() {
        return service + ":" + position;
    }
}
