package io.meshwork.catalog.product.jdbc;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One column of many rows, as the array that {@code unnest} takes. */
public final class Column {

    private Column() {}

    /** Text; also what PostgreSQL casts from text: timestamps, JSON, UUIDs. */
    public static <T> @Nullable String[] texts(Collection<? extends T> rows, Function<T, @Nullable Object> value) {
        @Nullable String[] column = new String[rows.size()];
        int i = 0;
        for (T row : rows) {
            Object one = value.apply(row);
            column[i++] = one == null ? null : one.toString();
        }
        return column;
    }

    public static <T> Long[] numbers(Collection<? extends T> rows, ToLongFunction<T> value) {
        return rows.stream().map(value::applyAsLong).toArray(Long[]::new);
    }
}
