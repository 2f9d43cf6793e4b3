package io.meshwork.quality.results;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names, reasons and times of documents in the form in which they are kept. */
final class Words {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 300;
    private static final int REASON_LINES = 3;

    /** Of Great Expectations. */
    private static final String COMPACT = "yyyyMMdd'T'HHmmss.SSSSSSX";

    private static final List<DateTimeFormatter> TIMES =
            List.of(DateTimeFormatter.ISO_DATE_TIME, DateTimeFormatter.ofPattern(COMPACT));

    private Words() {}

    static String name(String text) {
        return cut(text, LONGEST_NAME);
    }

    static @Nullable String optional(@Nullable String text) {
        return text == null ? null : name(text);
    }

    /** The first lines of what a tool says, in one. */
    static @Nullable String reason(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(REASON_LINES)
                .collect(Collectors.joining(" "));
        return lines.isEmpty() ? null : cut(lines, LONGEST_REASON);
    }

    private static String cut(String text, int most) {
        String plain = text.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
        if (plain.length() <= most) {
            return plain;
        }
        int end = Character.isHighSurrogate(plain.charAt(most - 2)) ? most - 2 : most - 1;
        return plain.substring(0, end) + "…";
    }

    /** A time without a zone is in UTC; null for what is no time. */
    static @Nullable Instant time(@Nullable String text) {
        if (text == null || text.length() > 40) {
            return null;
        }
        for (DateTimeFormatter format : TIMES) {
            try {
                TemporalAccessor read =
                        format.parseBest(text.strip().replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
                Instant time = read instanceof OffsetDateTime withZone
                        ? withZone.toInstant()
                        : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
                return time.truncatedTo(ChronoUnit.MICROS);
            } catch (DateTimeException other) {
                continue;
            }
        }
        return null;
    }
}
