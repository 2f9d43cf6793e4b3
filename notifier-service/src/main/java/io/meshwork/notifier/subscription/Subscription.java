package io.meshwork.notifier.subscription;

import io.meshwork.notifier.schedule.Schedule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it stands.
 *
 * @param subscriber team that subscribes
 * @param contact whom to ask there, null when not given
 * @param target address in the channel, null for the channel's only one
 * @param active false when it has ended
 * @param paused true while nothing is sent, until somebody resumes it
 * @param until when it ends by itself, exclusive; null when it stays
 * @param schedule when it is told
 */
public record Subscription(
        String id,
        String subscriber,
        @Nullable String contact,
        Filter filter,
        Channel channel,
        @Nullable String target,
        boolean active,
        boolean paused,
        @Nullable Instant until,
        Schedule schedule) {

    public Subscription {
        target = channel == Channel.EMAIL && target != null ? canonical(target) : target;
    }

    /** One that is told at once. */
    public Subscription(
            String id,
            String subscriber,
            @Nullable String contact,
            Filter filter,
            Channel channel,
            @Nullable String target,
            boolean active,
            boolean paused,
            @Nullable Instant until) {
        this(id, subscriber, contact, filter, channel, target, active, paused, until, Schedule.AT_ONCE);
    }

    /** One that is not paused, stays, and is told at once. */
    public Subscription(
            String id,
            String subscriber,
            @Nullable String contact,
            Filter filter,
            Channel channel,
            @Nullable String target,
            boolean active) {
        this(id, subscriber, contact, filter, channel, target, active, false, null);
    }

    /** Whether it is told of anything; its end counts from the moment on, whenever that is recorded. */
    public boolean listensAt(Instant moment) {
        return active && !paused && (until == null || moment.isBefore(until));
    }

    /** One spelling for one address, since what waits is found by it. */
    private static String canonical(String address) {
        return EmailAddress.of(address).map(EmailAddress::toString).orElse(address);
    }

    Subscription ended() {
        return with(false, paused);
    }

    Subscription withPause(boolean paused) {
        return with(active, paused);
    }

    private Subscription with(boolean active, boolean paused) {
        return new Subscription(id, subscriber, contact, filter, channel, target, active, paused, until, schedule);
    }
}
