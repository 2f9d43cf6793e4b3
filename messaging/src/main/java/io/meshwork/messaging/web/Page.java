package io.meshwork.messaging.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * A part of a list.
 *
 * @param next where the list goes on, null at its end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Items of a page at most. */
    public static final int MOST = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** @param oneMore up to {@code limit + 1} items; the one more only tells that there is a next page */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> next) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        return new Page<>(oneMore.subList(0, limit), next.apply(oneMore.get(limit - 1)));
    }

    /** @throws ProblemException 400 when nobody gets so many */
    public static int limit(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "parameter.limit",
                    "Parameter not understood",
                    "limit must be 1 to " + MOST + ", not " + limit + ".",
                    List.of());
        }
        return limit;
    }
}
