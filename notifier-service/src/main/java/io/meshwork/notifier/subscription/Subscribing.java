package io.meshwork.notifier.subscription;

import static java.util.stream.Collectors.toSet;

import io.meshwork.messaging.Cause;
import io.meshwork.notifier.subscription.SubscriptionDecision.Changed;
import io.meshwork.notifier.subscription.SubscriptionDecision.Refused;
import io.meshwork.notifier.subscription.SubscriptionDecision.Unchanged;
import io.meshwork.notifier.subscription.SubscriptionForm.Reading.Readable;
import io.meshwork.notifier.subscription.SubscriptionForm.Reading.Unreadable;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates, changes and ends subscriptions; runs inside a transaction. */
public final class Subscribing {

    private final Subscriptions subscriptions;
    private final Clock clock;

    public Subscribing(Subscriptions subscriptions, Clock clock) {
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** @param denial says why the requester may not act for a team, null when they may */
    public record Request(
            UUID eventId,
            Cause cause,
            SubscriptionForm form,
            Function<String, @Nullable String> denial,
            String principal) {}

    /**
     * @param changed hears of each change
     * @return the refused events, each with its reason
     */
    public Map<UUID, String> request(List<Request> requests, BiConsumer<Cause, Stored> changed) {
        var standing = subscriptions.lock(
                requests.stream().map(request -> request.form().id()).collect(toSet()));
        var refused = new LinkedHashMap<UUID, String>();
        for (var request : requests) {
            switch (decide(request, standing.get(request.form().id()))) {
                case Changed(var stored) -> {
                    subscriptions.save(stored);
                    standing.put(request.form().id(), stored);
                    changed.accept(request.cause(), stored);
                }
                case Unchanged() -> {}
                case Refused(var reason) -> refused.put(request.eventId(), reason);
            }
        }
        return refused;
    }

    /**
     * Makes the stored subscriptions agree with the configuration, and ends those that it no longer names.
     *
     * @return those that changed
     */
    public List<Stored> configure(List<Subscription> wanted) {
        var ended = new HashSet<>(subscriptions.configured());
        ended.removeAll(wanted.stream().map(Subscription::id).collect(toSet()));
        var ids = Stream.concat(wanted.stream().map(Subscription::id), ended.stream())
                .collect(toSet());
        var standing = subscriptions.lock(ids);
        var changed = Stream.concat(
                        wanted.stream(),
                        ended.stream()
                                .flatMap(id -> Stream.ofNullable(standing.get(id)))
                                .map(Subscribing::end))
                .map(subscription ->
                        SubscriptionDecision.configure(subscription, standing.get(subscription.id()), clock.instant()))
                .flatMap(decision -> decision instanceof Changed(var stored) ? Stream.of(stored) : Stream.empty())
                .toList();
        changed.forEach(subscriptions::save);
        return changed;
    }

    private SubscriptionDecision decide(Request request, @Nullable Stored standing) {
        return switch (request.form().read()) {
            case Unreadable(var reason) -> new Refused(reason);
            case Readable(var subscription) ->
                SubscriptionDecision.request(
                        subscription, standing, request.denial(), request.principal(), clock.instant());
        };
    }

    private static Subscription end(Stored stored) {
        var subscription = stored.subscription();
        return new Subscription(
                subscription.id(),
                subscription.subscriber(),
                subscription.contact(),
                subscription.filter(),
                subscription.channel(),
                subscription.target(),
                false);
    }
}
