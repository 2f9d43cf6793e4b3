package io.meshwork.catalog.product.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next where the list goes on, null at its end
 */
record Page<T>(List<T> items, @Nullable String next) {

    Page {
        items = List.copyOf(items);
    }

    /** @param oneMore up to {@code limit + 1} items; the one more only tells that there is a next page */
    static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> next) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        return new Page<>(oneMore.subList(0, limit), next.apply(oneMore.get(limit - 1)));
    }
}
