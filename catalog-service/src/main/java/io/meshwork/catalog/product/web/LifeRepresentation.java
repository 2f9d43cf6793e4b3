package io.meshwork.catalog.product.web;

import io.meshwork.catalog.product.AffectedConsumer;
import io.meshwork.catalog.product.VersionLife;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version that will not stay.
 *
 * @param stage deprecated or retired
 * @param successor what to use instead, null when there is nothing
 * @param sunset when it is retired at the latest
 * @param waitingFor names of those who have not acknowledged yet
 * @param consumers who is affected; once all have acknowledged, the version is retired
 */
record LifeRepresentation(
        String version,
        String stage,
        String reason,
        @Nullable String successor,
        @Nullable Instant sunset,
        List<AffectedConsumer> consumers,
        List<String> waitingFor,
        Instant since) {

    static LifeRepresentation of(VersionLife life) {
        return new LifeRepresentation(
                life.version(),
                life.stage().text(),
                life.reason(),
                life.successor(),
                life.sunset(),
                life.consumers(),
                life.waitingFor(),
                life.since());
    }
}
