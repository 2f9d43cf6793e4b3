package io.meshwork.benchmarks.table;

import java.util.Arrays;

/** Measured times, sorted, in milliseconds. */
public record Spread(double[] millis) {

    public static Spread ofNanos(long[] nanos) {
        return new Spread(
                Arrays.stream(nanos).sorted().mapToDouble(n -> n / 1e6).toArray());
    }

    /** The smallest value that this share of all values does not exceed. */
    public double quantile(double share) {
        int rank = (int) Math.ceil(share * millis.length);
        return millis[Math.max(rank, 1) - 1];
    }

    public double median() {
        return quantile(0.5);
    }

    public double max() {
        return millis[millis.length - 1];
    }
}
