package io.meshwork.notifier.handling.web;

import io.meshwork.messaging.web.ProblemException;
import io.meshwork.notifier.incident.IncidentQuery;
import io.meshwork.notifier.incident.IncidentState;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.news.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriComponentsBuilder;

/** Which incidents are asked for, in the words of the address. */
record IncidentParameters(
        @Nullable String state,
        @Nullable String domain,
        @Nullable String product,
        @Nullable String severity,
        @Nullable String since) {

    private static final String ALL = "all";
    private static final Instant FARTHEST = Instant.parse("9999-12-31T00:00:00Z");

    /** The domain that the answer is about, {@code *} for the whole mesh; with both it must lie in the one and in the other. */
    String reach() {
        if (domain != null) {
            return domain;
        }
        if (product == null) {
            return "*";
        }
        int dot = product.indexOf('.');
        return dot < 0 ? product : product.substring(0, dot);
    }

    /** @throws ProblemException 400 when a word means nothing */
    IncidentQuery query(long before, int limit) {
        return new IncidentQuery(
                states(), storable(domain), storable(product), severities(), changedSince(), before, limit);
    }

    String next(long last, int limit) {
        return UriComponentsBuilder.fromPath(IncidentsController.PATH)
                .queryParamIfPresent("state", Optional.ofNullable(state))
                .queryParamIfPresent("domain", Optional.ofNullable(domain))
                .queryParamIfPresent("product", Optional.ofNullable(product))
                .queryParamIfPresent("severity", Optional.ofNullable(severity))
                .queryParamIfPresent("since", Optional.ofNullable(since))
                .queryParam("after", last)
                .queryParam("limit", limit)
                .encode()
                .toUriString();
    }

    private Set<IncidentState> states() {
        if (state == null) {
            return EnumSet.of(IncidentState.OPEN, IncidentState.ACKNOWLEDGED);
        }
        return state.equals(ALL)
                ? EnumSet.allOf(IncidentState.class)
                : EnumSet.of(known("state", state, IncidentState.of(state), words(IncidentState.words(), ALL)));
    }

    private Set<Severity> severities() {
        return severity == null
                ? EnumSet.allOf(Severity.class)
                : EnumSet.range(
                        known("severity", severity, Severity.of(severity), words(Severity.words())), Severity.CRITICAL);
    }

    private @Nullable Instant changedSince() {
        if (since == null) {
            return null;
        }
        return known("since", since, time(since), "a time such as 2027-03-31T12:00:00Z");
    }

    /** Empty also for a time that PostgreSQL does not know. */
    private static Optional<Instant> time(String word) {
        try {
            return Optional.of(Instant.parse(word))
                    .filter(time -> time.isAfter(Instant.EPOCH) && time.isBefore(FARTHEST));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static <T> T known(String parameter, String word, Optional<T> meaning, String known) {
        return meaning.orElseThrow(() -> new ProblemException(
                HttpStatus.BAD_REQUEST,
                "parameter." + parameter,
                "Parameter not understood",
                "the " + parameter + " '" + Text.line(word, 60) + "' is unknown; use " + known,
                List.of()));
    }

    private static String words(List<String> known, String... more) {
        return String.join(", ", known) + (more.length == 0 ? "" : ", " + String.join(", ", more));
    }

    /** No text of PostgreSQL has a zero character in it, and no domain or product either. */
    private static @Nullable String storable(@Nullable String word) {
        return word == null ? null : Text.line(word, 200);
    }
}
