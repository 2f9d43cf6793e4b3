package io.meshwork.quality.slo.sample;

import java.time.Duration;
import java.util.Locale;

/** How far back events are counted, and in buckets of which width. */
public enum Span {
    MINUTES_5(Duration.ofMinutes(5), Bucket.SLOT),
    MINUTES_30(Duration.ofMinutes(30), Bucket.SLOT),
    HOURS_1(Duration.ofHours(1), Bucket.SLOT),
    HOURS_6(Duration.ofHours(6), Bucket.SLOT),
    DAYS_3(Duration.ofDays(3), Bucket.HOUR),
    /** The time for which the error budget is meant. */
    DAYS_30(Duration.ofDays(30), Bucket.DAY);

    /** Events are added up in buckets of each width, and kept for a while. */
    public enum Bucket {
        SLOT(Duration.ofMinutes(5), Duration.ofHours(13)),
        HOUR(Duration.ofHours(1), Duration.ofDays(4)),
        DAY(Duration.ofDays(1), Duration.ofDays(32));

        private final Duration width;
        private final Duration keep;

        Bucket(Duration width, Duration keep) {
            this.width = width;
            this.keep = keep;
        }

        public Duration width() {
            return width;
        }

        public Duration keep() {
            return keep;
        }

        /** As it is stored. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Duration length;
    private final Bucket bucket;

    Span(Duration length, Bucket bucket) {
        this.length = length;
        this.bucket = bucket;
    }

    public Duration length() {
        return length;
    }

    public Bucket bucket() {
        return bucket;
    }

    /** As people write it: 5m, 1h, 3d. */
    public String label() {
        String[] parts = name().split("_");
        return parts[1] + parts[0].substring(0, 1).toLowerCase(Locale.ROOT);
    }
}
