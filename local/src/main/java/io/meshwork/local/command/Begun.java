package io.meshwork.local.command;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** When a command was begun: every time that it tells counts from there. */
record Begun(Instant at, InstantSource clock) {

    static Begun withThisProcess() {
        return at(Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
    }

    static Begun at(Instant begun) {
        return new Begun(begun, InstantSource.system());
    }

    /** Such as {@code 41.2 s}. */
    String ago() {
        return String.format(
                Locale.ROOT, "%.1f s", Duration.between(at, clock.instant()).toMillis() / 1000.0);
    }
}
