package io.meshwork.notifier.notification.web;

import io.meshwork.messaging.web.ProblemException;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Text;
import io.meshwork.notifier.notification.DeliveryState;
import io.meshwork.notifier.notification.Query.Wanted;
import io.meshwork.notifier.subscription.Channel;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriComponentsBuilder;

/** What a list of notifications is asked with. */
record NotificationFilters(
        @Parameter(description = "Product id, domain.name") @Nullable
        String product,

        @Parameter(description = "Team whose subscriptions were told") @Nullable
        String subscriber,

        @Parameter(description = "Id of a subscription") @Nullable
        String subscription,

        @Parameter(description = "Kind of news, such as published") @Nullable
        String kind,

        @Parameter(description = "feed, slack, webhook or another") @Nullable
        String channel,

        @Parameter(description = "waiting, sent, failed or suppressed") @Nullable
        String state,

        @Parameter(description = "Recorded at this time or later") @Nullable
        Instant from,

        @Parameter(description = "Recorded before this time") @Nullable
        Instant until) {

    /** @throws ProblemException when a word means nothing */
    Wanted wanted() {
        return new Wanted(
                product,
                subscriber,
                subscription,
                read("kind", kind, Kind::of, Kind.words()),
                read("channel", channel, Channel::of, Channel.words()),
                read("state", state, DeliveryState::of, DeliveryState.words()),
                from,
                until);
    }

    String next(long last, int limit) {
        return UriComponentsBuilder.fromPath(NotificationsController.PATH)
                .queryParamIfPresent("product", Optional.ofNullable(product))
                .queryParamIfPresent("subscriber", Optional.ofNullable(subscriber))
                .queryParamIfPresent("subscription", Optional.ofNullable(subscription))
                .queryParamIfPresent("kind", Optional.ofNullable(kind))
                .queryParamIfPresent("channel", Optional.ofNullable(channel))
                .queryParamIfPresent("state", Optional.ofNullable(state))
                .queryParamIfPresent("from", Optional.ofNullable(from))
                .queryParamIfPresent("until", Optional.ofNullable(until))
                .queryParam("after", last)
                .queryParam("limit", limit)
                .encode()
                .toUriString();
    }

    private static <T> @Nullable T read(
            String name, @Nullable String word, Function<String, Optional<T>> meaning, List<String> known) {
        return word == null
                ? null
                : meaning.apply(word)
                        .orElseThrow(() -> new ProblemException(
                                HttpStatus.BAD_REQUEST,
                                "unknown-" + name,
                                "Unknown " + name,
                                "the " + name + " '" + Text.line(word, 200) + "' is unknown; use "
                                        + String.join(", ", known),
                                List.of()));
    }
}
