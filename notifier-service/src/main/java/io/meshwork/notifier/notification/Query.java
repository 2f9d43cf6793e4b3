package io.meshwork.notifier.notification;

import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.subscription.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page of notifications, newest first.
 *
 * @param before sequence to go on before, {@link Long#MAX_VALUE} for the first page
 * @param limit entries at most
 */
public record Query(Wanted wanted, long before, int limit) {

    /**
     * What a notification must be; null for whatever it is.
     *
     * @param product product id
     * @param subscriber team whose subscription it is
     * @param from recorded at this time or later
     * @param until recorded before
     */
    public record Wanted(
            @Nullable String product,
            @Nullable String subscriber,
            @Nullable String subscription,
            @Nullable Kind kind,
            @Nullable Channel channel,
            @Nullable DeliveryState state,
            @Nullable Instant from,
            @Nullable Instant until) {}
}
