package io.meshwork.notifier.notification;

import io.meshwork.messaging.Identity;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Subscription;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The decision to tell one subscriber of one event.
 *
 * @param id follows from the event and the subscription
 * @param target address in the channel, empty for the channel's only one
 * @param attempts how often sending was tried
 * @param triedBefore of these, those before it was last replayed
 * @param notBefore when it may be sent, null for at once
 * @param incident number of the incident whose story it belongs to, null when it belongs to none
 */
public record Notification(
        UUID id,
        Origin origin,
        About about,
        News news,
        String subscriptionId,
        Channel channel,
        String target,
        Delivery delivery,
        int attempts,
        int triedBefore,
        @Nullable Instant notBefore,
        @Nullable Long incident) {

    /** @param reason why it failed or was suppressed, null otherwise */
    public record Delivery(DeliveryState state, @Nullable String reason) {

        static final Delivery WAITING = new Delivery(DeliveryState.WAITING, null);
        public static final Delivery SENT = new Delivery(DeliveryState.SENT, null);

        public static Delivery suppressed(String reason) {
            return new Delivery(DeliveryState.SUPPRESSED, reason);
        }

        public static Delivery failed(String reason) {
            return new Delivery(DeliveryState.FAILED, reason);
        }
    }

    static Notification of(
            Occurrence occurrence,
            News news,
            Subscription subscription,
            Delivery delivery,
            @Nullable Instant notBefore,
            @Nullable Long incident) {
        return new Notification(
                Identity.of(occurrence.origin().eventId(), subscription.id()),
                occurrence.origin(),
                occurrence.about(),
                news,
                subscription.id(),
                subscription.channel(),
                subscription.address(),
                delivery,
                delivery.state() == DeliveryState.SENT ? 1 : 0,
                0,
                notBefore,
                incident);
    }

    /** The same one that says something else. */
    public Notification saying(News other) {
        return new Notification(
                id,
                origin,
                about,
                other,
                subscriptionId,
                channel,
                target,
                delivery,
                attempts,
                triedBefore,
                notBefore,
                incident);
    }

    public Notification settled(Delivery result) {
        return new Notification(
                id,
                origin,
                about,
                news,
                subscriptionId,
                channel,
                target,
                result,
                attempts + 1,
                triedBefore,
                notBefore,
                incident);
    }

    /** How often sending was tried since it was decided or last replayed: a replay begins anew with its patience. */
    public int tries() {
        return attempts - triedBefore;
    }

    /** The earliest moment, from now on, at which it may be sent. */
    public Instant due(Instant now) {
        return notBefore == null || notBefore.isBefore(now) ? now : notBefore;
    }
}
