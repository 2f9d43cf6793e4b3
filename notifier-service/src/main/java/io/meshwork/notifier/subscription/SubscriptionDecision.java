package io.meshwork.notifier.subscription;

import java.time.Instant;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of a request to create, change or end a subscription. */
public sealed interface SubscriptionDecision {

    /** Takes effect, and is announced. */
    record Changed(Stored stored) implements SubscriptionDecision {}

    /** It already stands so. */
    record Unchanged() implements SubscriptionDecision {}

    /** @param reason what is wrong and how to mend it */
    record Refused(String reason) implements SubscriptionDecision {}

    Pattern ID = Pattern.compile("[a-z0-9-]{1,63}");
    Pattern PRODUCTS = Pattern.compile("[a-z0-9.*-]{1,127}");
    int ENTRIES = 100;

    /**
     * @param standing the subscription as stored, null when there is none
     * @param denial says why the requester may not act for a team, null when they may
     */
    static SubscriptionDecision request(
            Subscription wanted,
            @Nullable Stored standing,
            Function<String, @Nullable String> denial,
            String principal,
            Instant now) {
        var refusal = refusal(wanted, standing, denial);
        return refusal != null
                ? new Refused(refusal)
                : settle(wanted, standing, new Author(Stored.Source.REQUEST, principal), now);
    }

    /** @param standing the subscription as stored, null when there is none; one made by request is taken over */
    static SubscriptionDecision configure(Subscription wanted, @Nullable Stored standing, Instant now) {
        return settle(wanted, standing, new Author(Stored.Source.CONFIGURATION, "configuration"), now);
    }

    /** Null when the subscription can be read by every channel. */
    static @Nullable String malformed(Subscription wanted) {
        var filter = wanted.filter();
        if (!ID.matcher(wanted.id()).matches()) {
            return "the subscription id '" + wanted.id() + "' is not of the form [a-z0-9-]{1,63}";
        }
        if (wanted.target() != null && !ID.matcher(wanted.target()).matches()) {
            return "the target '" + wanted.target() + "' of subscription '" + wanted.id()
                    + "' is not of the form [a-z0-9-]{1,63}; for Slack it is a name under mesh.slack.webhooks";
        }
        if (wanted.subscriber().isBlank()) {
            return "subscription '" + wanted.id() + "' names no subscriber; name the team that subscribes";
        }
        if (Stream.of(filter.products(), filter.domains(), filter.tags(), filter.eventTypes())
                .anyMatch(entries -> entries.size() > ENTRIES)) {
            return "subscription '" + wanted.id() + "' has a filter with more than " + ENTRIES
                    + " entries; use * as wildcard or several subscriptions";
        }
        return filter.products().stream()
                .filter(pattern -> !PRODUCTS.matcher(pattern).matches())
                .findFirst()
                .map(pattern -> "the product pattern '" + pattern + "' of subscription '" + wanted.id()
                        + "' can match no product id; write domain.name with * as wildcard")
                .orElse(null);
    }

    private static @Nullable String refusal(
            Subscription wanted, @Nullable Stored standing, Function<String, @Nullable String> denial) {
        var malformed = malformed(wanted);
        if (malformed != null) {
            return malformed;
        }
        if (standing != null && standing.source() == Stored.Source.CONFIGURATION) {
            return "subscription '" + wanted.id() + "' is kept in the notifier's configuration (mesh.subscriptions);"
                    + " change it there or use another id";
        }
        return Stream.concat(
                        Stream.of(wanted.subscriber()),
                        Stream.ofNullable(standing)
                                .map(stored -> stored.subscription().subscriber()))
                .distinct()
                .flatMap(team -> Stream.ofNullable(denial.apply(team)))
                .findFirst()
                .orElse(null);
    }

    private static SubscriptionDecision settle(
            Subscription wanted, @Nullable Stored standing, Author author, Instant now) {
        if (standing != null && standing.subscription().equals(wanted) && standing.source() == author.source()) {
            return new Unchanged();
        }
        long revision = standing == null ? 1 : standing.revision() + 1;
        return new Changed(new Stored(wanted, author.source(), revision, author.principal(), now));
    }

    record Author(Stored.Source source, String principal) {}
}
