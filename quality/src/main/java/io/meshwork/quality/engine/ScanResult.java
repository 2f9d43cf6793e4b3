package io.meshwork.quality.engine;

import io.meshwork.quality.check.Measure;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of reading one file. */
public sealed interface ScanResult {

    /**
     * The file was read.
     *
     * @param measurements one for every measure that was asked for
     * @param taken how, for those that a query was run for
     * @param window of a stream; null when all the data was read
     */
    record Measured(
            long rows,
            Map<Measure, Measurement> measurements,
            Map<Measure, Taken> taken,
            Duration took,
            @Nullable Window window)
            implements ScanResult {

        public Measured(long rows, Map<Measure, Measurement> measurements, Map<Measure, Taken> taken, Duration took) {
            this(rows, measurements, taken, took, null);
        }

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
