package io.meshwork.notifier.jdbc;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns for {@code unnest(?::text[], …)}: one array for each, cast to the column's type by the statement. */
public final class Columns {

    private Columns() {}

    public static <T> @Nullable String[] of(T[] rows, Function<T, @Nullable String> column) {
        return Arrays.stream(rows).map(column).toArray(String[]::new);
    }
}
