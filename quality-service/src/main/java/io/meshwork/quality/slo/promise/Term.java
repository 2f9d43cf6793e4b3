package io.meshwork.quality.slo.promise;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.model.LifecycleStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the promises of a version hold.
 *
 * @param from inclusive, null when from publication on
 * @param until exclusive, null when open-ended
 */
record Term(@Nullable Instant from, @Nullable Instant until) {

    /** A version that is still developed or tested promises nothing yet. */
    static boolean isInUse(DataProduct product) {
        return product.status() == LifecycleStatus.PRODUCTION || product.status() == LifecycleStatus.DEPRECATED;
    }

    static Term of(DataProduct product) {
        LocalDate start = product.terms().startDate();
        LocalDate last = product.terms().endDate();
        Instant until = Stream.of(last == null ? null : beginning(last.plusDays(1)), endOfLife(product))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new Term(start == null ? null : beginning(start), until);
    }

    boolean isOver(Instant now) {
        return until != null && !until.isAfter(now);
    }

    boolean isToCome(Instant now) {
        return from != null && from.isAfter(now);
    }

    private static @Nullable Instant endOfLife(DataProduct product) {
        return product.serviceLevels().stream()
                .filter(level -> level.property().equals("endOfLife"))
                .map(level -> moment(level.value().strip()))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** ODCS writes a moment, people write a day. */
    private static @Nullable Instant moment(String text) {
        try {
            return text.length() == 10
                    ? beginning(LocalDate.parse(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null; // not a moment; the promise is for people
        }
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
