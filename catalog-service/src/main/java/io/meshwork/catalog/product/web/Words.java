package io.meshwork.catalog.product.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values as pages show them. */
final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    static String score(@Nullable Double score) {
        return score == null ? "" : String.format(Locale.ROOT, "%.1f %%", score * 100);
    }

    static String number(@Nullable Double number) {
        return number == null ? "" : String.format(Locale.ROOT, "%,.4f", number).replaceAll("\\.?0+$", "");
    }

    static String time(@Nullable Instant time) {
        return time == null ? "never" : TIME.format(time);
    }

    static String owner(@Nullable String team, @Nullable String contact) {
        return Stream.of(team, contact).filter(Objects::nonNull).distinct().collect(Collectors.joining(" · "));
    }

    static String orNone(@Nullable String text) {
        return text == null ? "none" : text;
    }
}
