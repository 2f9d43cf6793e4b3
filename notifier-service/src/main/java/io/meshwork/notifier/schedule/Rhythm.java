package io.meshwork.notifier.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;

/** How often a subscriber is told. What has the same next time is told together. */
public sealed interface Rhythm {

    /** The moment at which something decided now is told. */
    Instant next(Instant decidedAt);

    /** Each piece of news by itself. */
    record AtOnce() implements Rhythm {

        @Override
        public Instant next(Instant decidedAt) {
            return decidedAt;
        }
    }

    /**
     * A digest at the end of each interval.
     *
     * @param interval whole minutes; the intervals follow each other from midnight of 1970-01-01 in UTC, so that every replica knows
     *     them without asking
     */
    record Every(Duration interval) implements Rhythm {

        @Override
        public Instant next(Instant decidedAt) {
            long length = interval.toSeconds();
            return Instant.ofEpochSecond((Math.floorDiv(decidedAt.getEpochSecond(), length) + 1) * length);
        }
    }

    /**
     * A digest at a time of day: once a day, also when the clock shows the time twice, and at the jump when it jumps over it.
     *
     * @param days empty for every day
     */
    record Daily(LocalTime at, ZoneId zone, Set<DayOfWeek> days) implements Rhythm {

        public Daily {
            days = Weekdays.of(days);
        }

        @Override
        public Instant next(Instant decidedAt) {
            var clock = new WallClock(zone);
            return Stream.iterate(decidedAt.atZone(zone).toLocalDate(), day -> day.plusDays(1))
                    .filter(day -> Weekdays.include(days, day))
                    .map(day -> clock.first(day.atTime(at)))
                    .filter(moment -> moment.isAfter(decidedAt))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
