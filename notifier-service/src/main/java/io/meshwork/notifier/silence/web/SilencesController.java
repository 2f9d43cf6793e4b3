package io.meshwork.notifier.silence.web;

import io.meshwork.messaging.web.ProblemException;
import io.meshwork.notifier.request.Refusal;
import io.meshwork.notifier.request.web.RequestProblems;
import io.meshwork.notifier.silence.SilenceDecision;
import io.meshwork.notifier.silence.SilenceState;
import io.meshwork.notifier.silence.Silences;
import io.meshwork.notifier.silence.Stored;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Everybody sees all silences: who wonders why nobody was told finds the reason. */
@RestController
@RequestMapping(SilencesController.PATH)
@Tag(name = "Silences")
class SilencesController {

    static final String PATH = "/api/v1/silences";

    private final Silences silences;
    private final Clock clock;

    SilencesController(Silences silences, Clock clock) {
        this.silences = silences;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "Silences in force and planned, by id",
            description = "A page may hold fewer than were asked for although there is a next one.")
    SilencePage list(
            @Parameter(description = "in_force, planned or ended; default the first two")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "Only silences after this id") @RequestParam(required = false) @Nullable
                    String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        var wanted = state == null ? null : read(state);
        var now = clock.instant();
        return page(silences.page(wanted == SilenceState.ENDED, now, after, limit + 1), wanted, limit, now);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A silence as it stands")
    @ApiResponse(responseCode = "404", description = "There is no such silence")
    SilenceRepresentation silence(@PathVariable String id) {
        return silences.find(id)
                .map(stored -> SilenceRepresentation.of(stored, clock.instant()))
                .orElseThrow(() -> RequestProblems.refused(
                        Refusal.of(SilenceDecision.SILENCE, Refusal.Kind.UNKNOWN, "there is no silence '" + id + "'")));
    }

    private static SilencePage page(List<Stored> found, @Nullable SilenceState wanted, int limit, Instant now) {
        var shown = found.stream().limit(limit).toList();
        var items = shown.stream()
                .filter(stored -> wanted == null || stored.state(now) == wanted)
                .map(stored -> SilenceRepresentation.of(stored, now))
                .toList();
        return new SilencePage(
                items,
                found.size() > limit ? next(wanted, shown.getLast().silence().id(), limit) : null);
    }

    private static String next(@Nullable SilenceState wanted, String last, int limit) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParamIfPresent("state", Optional.ofNullable(wanted).map(SilenceState::word))
                .queryParam("after", last)
                .queryParam("limit", limit)
                .encode()
                .toUriString();
    }

    private static SilenceState read(String state) {
        return SilenceState.of(state)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "unknown-state",
                        "Unknown state",
                        "the state '" + state + "' is unknown; use " + String.join(", ", SilenceState.words()),
                        List.of()));
    }
}
