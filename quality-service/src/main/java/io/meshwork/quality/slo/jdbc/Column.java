package io.meshwork.quality.slo.jdbc;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A column of rows as an array for {@code unnest}. */
final class Column {

    private Column() {}

    static <R, V> V[] of(Collection<R> rows, Function<R, ? extends @Nullable V> value, IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    static <R> String[] texts(Collection<R> rows, Function<R, ? extends @Nullable String> value) {
        return of(rows, value, String[]::new);
    }

    static <R> String[] moments(Collection<R> rows, Function<R, ? extends @Nullable Instant> value) {
        return texts(rows, row -> {
            Instant moment = value.apply(row);
            return moment == null ? null : moment.toString();
        });
    }
}
