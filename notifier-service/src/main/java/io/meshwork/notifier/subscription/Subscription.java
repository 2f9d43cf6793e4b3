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
 * @param topic of its own, null when it has none; only on the feed
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
        Schedule schedule,
        @Nullable OwnTopic topic) {

    public Subscription {
        target = channel == Channel.EMAIL && target != null ? canonical(target) : target;
    }

    /** One without a topic of its own. */
    public Subscription(
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
        this(id, subscriber, contact, filter, channel, target, active, paused, until, schedule, null);
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

    /** Whether it is told where nobody else hears it, and by programs. */
    public boolean isToldAlone() {
        return topic != null || channel == Channel.WEBHOOK;
    }

    /** Where what it is told waits to be sent; empty for the channel's only place. */
    public String address() {
        if (topic != null) {
            return id;
        }
        return target == null ? "" : target;
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

    /** The same one if nobody had paused it. */
    public Subscription withoutPause() {
        return withPause(false);
    }

    Subscription withPause(boolean paused) {
        return with(active, paused);
    }

    private Subscription with(boolean active, boolean paused) {
        return new Subscription(
                id, subscriber, contact, filter, channel, target, active, paused, until, schedule, topic);
    }
}
