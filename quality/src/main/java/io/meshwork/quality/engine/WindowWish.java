package io.meshwork.quality.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a contract asks of the window that its topic is measured on; it can narrow what the operator allows, never widen it.
 *
 * @param records at most, null for as many as are allowed
 * @param age at most, null for as old as are allowed
 * @param latest whether only the last record of each key counts; null for what the topic's clean-up tells
 */
public record WindowWish(
        @Nullable Long records,
        @Nullable Duration age,
        @Nullable Boolean latest) {

    public static final WindowWish NONE = new WindowWish(null, null, null);
}
