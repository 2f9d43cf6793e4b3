package io.meshwork.quality.engine.kafka;

import io.meshwork.quality.engine.WindowWish;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much of a topic is read.
 *
 * @param records the newest, over all partitions; offsets are counted, so it may be fewer where compaction or transactions left gaps
 * @param age of the oldest record, null for any
 * @param bytes of the records, and of the rows that are made of them; what comes later is left out
 * @param timeout after which the rest is left out
 */
public record WindowLimits(long records, @Nullable Duration age, long bytes, Duration timeout) {

    /** The last records of keys are looked up in memory, some 150 bytes each. */
    private static final long MOST_RECORDS = 5_000_000;

    public static final WindowLimits DEFAULT = new WindowLimits(100_000, null, 64L << 20, Duration.ofSeconds(60));

    public WindowLimits {
        if (records < 1
                || records > MOST_RECORDS
                || bytes < 1 << 20
                || timeout.toSeconds() < 1
                || age != null && !age.isPositive()) {
            throw new IllegalArgumentException("a window of a topic needs 1 to " + MOST_RECORDS
                    + " records, an age above 0 or none, at least 1MB and a timeout >= 1s (of the service:"
                    + " mesh.quality.kafka.records, .age, .bytes, .timeout)");
        }
    }

    /** What the contract asks for, as far as it is less. */
    WindowLimits narrowedBy(WindowWish wish) {
        long fewer = wish.records() == null ? records : Math.min(records, wish.records());
        boolean younger = wish.age() != null && (age == null || wish.age().compareTo(age) < 0);
        return new WindowLimits(fewer, younger ? wish.age() : age, bytes, timeout);
    }
}
