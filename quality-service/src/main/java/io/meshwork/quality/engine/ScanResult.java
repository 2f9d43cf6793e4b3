package io.meshwork.quality.engine;

import io.meshwork.quality.check.Measure;
import java.time.Duration;
import java.util.Map;

/** What came of reading one file. */
public sealed interface ScanResult {

    /**
     * The file was read.
     *
     * @param measurements one for every measure that was asked for
     */
    record Measured(long rows, Map<Measure, Measurement> measurements, Duration took) implements ScanResult {

        public Measured {
            measurements = Map.copyOf(measurements);
        }
    }

    /** The file could not be looked at, which says nothing about the data. */
    record Unreachable(String reason) implements ScanResult {}

    /** The file is there and is not what the contract says. */
    record Unreadable(String reason) implements ScanResult {}
}
