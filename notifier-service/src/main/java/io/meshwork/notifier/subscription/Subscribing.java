package io.meshwork.notifier.subscription;

import static java.util.stream.Collectors.toSet;

import io.meshwork.messaging.Cause;
import io.meshwork.notifier.subscription.SubscriptionDecision.Changed;
import io.meshwork.notifier.subscription.SubscriptionDecision.Refused;
import io.meshwork.notifier.subscription.SubscriptionDecision.Requester;
import io.meshwork.notifier.subscription.SubscriptionForm.Reading.Readable;
import io.meshwork.notifier.subscription.SubscriptionForm.Reading.Unreadable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates, changes and ends subscriptions; runs inside a transaction. */
public final class Subscribing {

    private final Subscriptions subscriptions;
    private final Grants grants;
    private final Clock clock;

    public Subscribing(Subscriptions subscriptions, Grants grants, Clock clock) {
        this.subscriptions = subscriptions;
        this.grants = grants;
        this.clock = clock;
    }

    /** @param denial says why the requester may not act for a team, null when they may */
    public record Request(
            UUID eventId,
            Cause cause,
            String id,
            SubscriptionOrder order,
            Function<String, @Nullable String> denial,
            String principal) {}

    /** @return in the order of the requests; each sees what those before it have changed */
    public Map<Request, SubscriptionDecision> request(List<Request> requests) {
        var standing = subscriptions.lock(requests.stream().map(Request::id).collect(toSet()));
        var decisions = new LinkedHashMap<Request, SubscriptionDecision>();
        for (var request : requests) {
            var decision = decide(request, standing.get(request.id()));
            if (decision instanceof Changed(var stored)) {
                subscriptions.save(stored);
                standing.put(request.id(), stored);
            }
            decisions.put(request, decision);
        }
        return decisions;
    }

    /**
     * Makes the stored subscriptions agree with the configuration, and ends those that it no longer names.
     *
     * @return those that changed
     */
    public List<Stored> configure(List<Subscription> wanted) {
        return agree(wanted, subscriptions.configured(), () -> SubscriptionDecision::configure);
    }

    /**
     * Makes the stored subscriptions agree with the contracts of these products, and ends those whose subscriber is named there no
     * longer and has no access.
     *
     * @param productIds whose contracts were read
     * @return those that changed
     */
    public List<Stored> agreeWithContracts(Set<String> productIds, Collection<Subscription> wanted) {
        return agree(wanted, subscriptions.byDefault(productIds), () -> byContract(productIds));
    }

    /**
     * Ends the subscriptions by default to products that are gone.
     *
     * @param products since when each is
     * @return those that changed
     */
    public List<Stored> gone(Map<String, Instant> products) {
        grants.end(products);
        return agreeWithContracts(products.keySet(), List.of());
    }

    /**
     * Subscribes teams to the products that they were given access to, for as long as they have any.
     *
     * @return those that changed
     */
    public List<Stored> agreeWithAccess(Collection<Grant> decided) {
        if (decided.isEmpty()) {
            return List.of();
        }
        grants.keep(decided, clock.instant());
        var parties = decided.stream().map(Grant::party).collect(toSet());
        var standing =
                subscriptions.lock(parties.stream().map(Party::subscriptionId).collect(toSet()));
        var access = grants.standing(parties.stream().map(Party::productId).collect(toSet()));
        return parties.stream()
                .flatMap(party -> decide(party, standing.get(party.subscriptionId()), access.contains(party)).stream())
                .flatMap(decision -> saved(decision).stream())
                .toList();
    }

    private Optional<SubscriptionDecision> decide(Party party, @Nullable Stored standing, boolean access) {
        if (access) {
            return Optional.of(SubscriptionDecision.access(party.subscription(null), standing, clock.instant()));
        }
        return Optional.ofNullable(standing).map(stored -> SubscriptionDecision.accessLost(stored, clock.instant()));
    }

    /** Ends it when its time has come, unless it was changed since. */
    public Optional<Stored> expire(String id, long revision) {
        return Optional.ofNullable(subscriptions.lock(Set.of(id)).get(id))
                .filter(stored -> stored.revision() == revision)
                .map(stored -> SubscriptionDecision.expire(stored, clock.instant()))
                .flatMap(this::saved);
    }

    private interface Rule {
        SubscriptionDecision decide(Subscription wanted, @Nullable Stored standing, Instant now);
    }

    private Rule byContract(Set<String> productIds) {
        var access = grants.standing(productIds);
        return (wanted, standing, now) -> standing != null && !wanted.active() && access.contains(Party.of(wanted))
                ? SubscriptionDecision.contractLeft(standing, now)
                : SubscriptionDecision.contract(wanted, standing, now);
    }

    /** @param rules made under the lock, so that they know what was decided before it was taken */
    private List<Stored> agree(Collection<Subscription> wanted, Set<String> before, Supplier<Rule> rules) {
        var ended = new HashSet<>(before);
        ended.removeAll(wanted.stream().map(Subscription::id).collect(toSet()));
        var ids = Stream.concat(wanted.stream().map(Subscription::id), ended.stream())
                .collect(toSet());
        if (ids.isEmpty()) {
            return List.of();
        }
        var standing = subscriptions.lock(ids);
        var rule = rules.get();
        return Stream.concat(
                        wanted.stream(),
                        ended.stream()
                                .flatMap(id -> Stream.ofNullable(standing.get(id)))
                                .map(stored -> stored.subscription().ended()))
                .map(subscription -> rule.decide(subscription, standing.get(subscription.id()), clock.instant()))
                .flatMap(decision -> saved(decision).stream())
                .toList();
    }

    private Optional<Stored> saved(SubscriptionDecision decision) {
        if (decision instanceof Changed(var stored)) {
            subscriptions.save(stored);
            return Optional.of(stored);
        }
        return Optional.empty();
    }

    private SubscriptionDecision decide(Request request, @Nullable Stored standing) {
        var requester = new Requester(request.principal(), request.denial());
        return switch (request.order()) {
            case SubscriptionOrder.Turn turn ->
                SubscriptionDecision.turn(request.id(), turn, standing, requester, clock.instant());
            case SubscriptionOrder.Put(var form, var onlyNew) ->
                switch (form.read()) {
                    case Unreadable(var faults) -> Refused.invalid(request.id(), faults);
                    case Readable(var wanted) ->
                        SubscriptionDecision.put(wanted, onlyNew, standing, requester, clock.instant());
                };
        };
    }
}
