package io.meshwork.notifier.notification;

import org.jspecify.annotations.Nullable;

/**
 * A page of notifications, newest first.
 *
 * @param product product id, null for all
 * @param state null for all
 * @param before sequence to go on before, {@link Long#MAX_VALUE} for the first page
 * @param limit entries at most
 */
public record Query(@Nullable String product, @Nullable DeliveryState state, long before, int limit) {}
