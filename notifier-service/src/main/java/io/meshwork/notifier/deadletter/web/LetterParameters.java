package io.meshwork.notifier.deadletter.web;

import io.meshwork.deadletters.Wanted;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What a list of letters is asked with. */
record LetterParameters(
        @Parameter(description = "Service that gave up: catalog, policy, quality or notifier") @Nullable
        String service,

        @Parameter(description = "Topic the record came from, such as product.published") @Nullable
        String topic,

        @Parameter(description = "Text in the reason, whatever its case") @Nullable
        String reason,

        @Parameter(description = "Key of the record") @Nullable
        String key,

        @Parameter(description = "Given up at this time or later") @Nullable
        Instant since,

        @Parameter(description = "Given up before this time") @Nullable
        Instant until,

        @Parameter(description = "true: also what was replayed or discarded") @Nullable
        Boolean settled) {

    Wanted wanted() {
        return new Wanted(topic, reason, key, since, until);
    }

    boolean alsoSettled() {
        return Boolean.TRUE.equals(settled);
    }

    String next(Object last, int limit) {
        return UriComponentsBuilder.fromPath(DeadLettersController.PATH)
                .queryParamIfPresent("service", Optional.ofNullable(service))
                .queryParamIfPresent("topic", Optional.ofNullable(topic))
                .queryParamIfPresent("reason", Optional.ofNullable(reason))
                .queryParamIfPresent("key", Optional.ofNullable(key))
                .queryParamIfPresent("since", Optional.ofNullable(since))
                .queryParamIfPresent("until", Optional.ofNullable(until))
                .queryParamIfPresent("settled", Optional.ofNullable(settled))
                .queryParam("after", last)
                .queryParam("limit", limit)
                .encode()
                .toUriString();
    }
}
