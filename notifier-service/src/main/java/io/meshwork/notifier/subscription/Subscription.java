package io.meshwork.notifier.subscription;

import org.jspecify.annotations.Nullable;

/**
 * A subscription as it stands.
 *
 * @param subscriber team that subscribes
 * @param contact whom to ask there, null when not given
 * @param target address in the channel, null for the channel's only one
 * @param active false when it has ended
 */
public record Subscription(
        String id,
        String subscriber,
        @Nullable String contact,
        Filter filter,
        Channel channel,
        @Nullable String target,
        boolean active) {}
