package io.meshwork.notifier.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of a request. */
public sealed interface SubscriptionDecision {

    /** Takes effect, and is announced. */
    record Changed(Stored stored) implements SubscriptionDecision {}

    /** It already stands so. */
    record Unchanged(Stored stored) implements SubscriptionDecision {}

    /** A test message is to go out. */
    record Tested(Stored stored) implements SubscriptionDecision {}

    /**
     * @param reason what is wrong and how to mend it
     * @param faults single findings in what was asked for; empty when it is not the subscription that is wrong
     */
    record Refused(Code code, String reason, List<SubscriptionFault> faults) implements SubscriptionDecision {

        public Refused {
            faults = List.copyOf(faults);
        }

        static Refused of(Code code, String reason) {
            return new Refused(code, reason, List.of());
        }

        public static Refused invalid(String id, List<SubscriptionFault> faults) {
            var reason = faults.stream()
                    .map(fault ->
                            fault.pointer().isEmpty() ? fault.message() : fault.pointer() + ": " + fault.message())
                    .collect(Collectors.joining("\n", "subscription '" + id + "': ", ""));
            return new Refused(Code.INVALID, reason, faults);
        }
    }

    /** Reasons for programs. */
    enum Code {
        INVALID,
        DENIED,
        CONFIGURED,
        EXISTS,
        UNKNOWN,
        OVER;

        /** Such as {@code subscription.unknown}. */
        public String text() {
            return "subscription." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param denial says why the requester may not act for a team, null when they may */
    record Requester(String principal, Function<String, @Nullable String> denial) {}

    /** @param standing the subscription as stored, null when there is none */
    static SubscriptionDecision put(
            Subscription wanted, boolean onlyNew, @Nullable Stored standing, Requester requester, Instant now) {
        if (wanted.until() != null && !wanted.until().isAfter(now)) {
            return Refused.invalid(
                    wanted.id(),
                    List.of(new SubscriptionFault("/until", "the end has passed; choose one that is yet to come")));
        }
        var refused = refusal(wanted.id(), wanted.subscriber(), standing, requester);
        if (refused != null) {
            return refused;
        }
        var fault = reserved(wanted, standing);
        if (fault != null) {
            return Refused.invalid(wanted.id(), List.of(fault));
        }
        if (standing == null) {
            return settle(wanted, null, Stored.Source.REQUEST, requester.principal(), now);
        }
        var kept = wanted.withPause(
                standing.subscription().active() && standing.subscription().paused());
        if (onlyNew
                && standing.subscription().active()
                && !standing.subscription().equals(kept)) {
            return Refused.of(
                    Code.EXISTS,
                    "there is a subscription '" + wanted.id()
                            + "' already, and it is another one; choose another id, or" + " change it with PUT");
        }
        return settle(kept, standing, Stored.Source.REQUEST, requester.principal(), now);
    }

    /** @param standing the subscription as stored, null when there is none */
    static SubscriptionDecision turn(
            String id, SubscriptionOrder.Turn turn, @Nullable Stored standing, Requester requester, Instant now) {
        if (standing == null) {
            return Refused.of(Code.UNKNOWN, "there is no subscription '" + id + "'");
        }
        var subscription = standing.subscription();
        var refused = turn == SubscriptionOrder.Turn.TEST
                ? denial(Stream.of(subscription.subscriber()), requester)
                : refusal(id, subscription.subscriber(), standing, requester);
        if (refused != null) {
            return refused;
        }
        if (!subscription.active()) {
            return turn == SubscriptionOrder.Turn.END
                    ? new Unchanged(standing)
                    : Refused.of(Code.OVER, "the subscription '" + id + "' has ended; make it anew");
        }
        // a pause leaves it with the contract, an end takes it away from there, so that it is not made again
        return switch (turn) {
            case PAUSE -> settle(subscription.withPause(true), standing, standing.source(), requester.principal(), now);
            case RESUME ->
                settle(subscription.withPause(false), standing, standing.source(), requester.principal(), now);
            case END -> settle(subscription.ended(), standing, Stored.Source.REQUEST, requester.principal(), now);
            case TEST -> new Tested(standing);
        };
    }

    /** @param standing the subscription as stored, null when there is none; one made by request is taken over */
    static SubscriptionDecision configure(Subscription wanted, @Nullable Stored standing, Instant now) {
        return settle(wanted, standing, Stored.Source.CONFIGURATION, "configuration", now);
    }

    /**
     * Touches nothing that somebody has taken over, and leaves a pause.
     *
     * @param standing the subscription as stored, null when there is none
     */
    static SubscriptionDecision contract(Subscription wanted, @Nullable Stored standing, Instant now) {
        if (standing == null) {
            return settle(wanted, null, Stored.Source.CONTRACT, "contract", now);
        }
        var source = wanted.active() ? Stored.Source.CONTRACT : standing.source();
        return isByDefault(standing)
                ? settle(wanted.withPause(standing.subscription().paused()), standing, source, "contract", now)
                : new Unchanged(standing);
    }

    /** The contract does not name the team any more, which has access still. */
    static SubscriptionDecision contractLeft(Stored standing, Instant now) {
        return isByDefault(standing)
                ? settle(standing.subscription(), standing, Stored.Source.ACCESS, "access", now)
                : new Unchanged(standing);
    }

    /**
     * For a team that was given access. Touches nothing that somebody has taken over, and leaves a pause.
     *
     * @param standing the subscription as stored, null when there is none
     */
    static SubscriptionDecision access(Subscription wanted, @Nullable Stored standing, Instant now) {
        if (standing == null) {
            return settle(wanted, null, Stored.Source.ACCESS, "access", now);
        }
        return standing.subscription().active() || !isByDefault(standing)
                ? new Unchanged(standing)
                : settle(
                        wanted.withPause(standing.subscription().paused()),
                        standing,
                        Stored.Source.ACCESS,
                        "access",
                        now);
    }

    /** For a team that has no access any more; whom the contract names stays. */
    static SubscriptionDecision accessLost(Stored standing, Instant now) {
        return standing.source() == Stored.Source.ACCESS
                ? settle(standing.subscription().ended(), standing, Stored.Source.ACCESS, "access", now)
                : new Unchanged(standing);
    }

    private static boolean isByDefault(Stored standing) {
        return standing.source() == Stored.Source.CONTRACT || standing.source() == Stored.Source.ACCESS;
    }

    /** Ends one whose time has come. */
    static SubscriptionDecision expire(Stored standing, Instant now) {
        var until = standing.subscription().until();
        return until == null || until.isAfter(now)
                ? new Unchanged(standing)
                : settle(standing.subscription().ended(), standing, standing.source(), "until", now);
    }

    /** The id of a team's subscription by default follows from the product and the team: nobody may take it from them. */
    private static @Nullable SubscriptionFault reserved(Subscription wanted, @Nullable Stored standing) {
        if (!wanted.id().startsWith(Party.ID_PREFIX)) {
            return null;
        }
        if (standing == null) {
            return new SubscriptionFault(
                    "/id",
                    "ids that begin with '" + Party.ID_PREFIX + "' are kept for the subscriptions that follow from"
                            + " contracts and from access; choose another one");
        }
        return standing.subscription().subscriber().equals(wanted.subscriber())
                ? null
                : new SubscriptionFault(
                        "/subscriber",
                        "the subscription that follows from a contract or from access stays with the team '"
                                + standing.subscription().subscriber()
                                + "'; choose another id for that of another team");
    }

    private static @Nullable Refused refusal(
            String id, String subscriber, @Nullable Stored standing, Requester requester) {
        if (standing != null && standing.source() == Stored.Source.CONFIGURATION) {
            return Refused.of(
                    Code.CONFIGURED,
                    "subscription '" + id + "' is kept in the notifier's configuration (mesh.subscriptions); change it"
                            + " there or use another id");
        }
        return denial(
                Stream.concat(
                        Stream.of(subscriber),
                        Stream.ofNullable(standing)
                                .map(stored -> stored.subscription().subscriber())),
                requester);
    }

    private static @Nullable Refused denial(Stream<String> teams, Requester requester) {
        return teams.distinct()
                .flatMap(team -> Stream.ofNullable(requester.denial().apply(team)))
                .findFirst()
                .map(reason -> Refused.of(Code.DENIED, reason))
                .orElse(null);
    }

    private static SubscriptionDecision settle(
            Subscription wanted, @Nullable Stored standing, Stored.Source source, String principal, Instant now) {
        if (standing != null && standing.subscription().equals(wanted) && standing.source() == source) {
            return new Unchanged(standing);
        }
        long revision = standing == null ? 1 : standing.revision() + 1;
        return new Changed(new Stored(wanted, source, revision, principal, now));
    }
}
