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
     * @param taken how, for those that a query was run for
     */
    record Measured(long rows, Map<Measure, Measurement> measurements, Map<Measure, Taken> taken, Duration took)
            implements ScanResult {

        public Measured {
            measurements = Map.copyOf(measurements);
            taken = Map.copyOf(taken);
        }
    }

    /** The file could not be looked at, which says nothing about the data. */
    record Unreachable(String reason) implements ScanResult {}

    /** The file is there and is not what the contract says. */
    record Unreadable(String reason) implements ScanResult {}
}
