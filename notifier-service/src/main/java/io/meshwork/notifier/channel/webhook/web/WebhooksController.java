package io.meshwork.notifier.channel.webhook.web;

import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.Page;
import io.meshwork.notifier.channel.webhook.endpoint.Endpoints;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Endpoints to read. */
@RestController
@RequestMapping(WebhooksController.PATH)
@Tag(name = "Webhooks")
class WebhooksController {

    static final String PATH = "/api/v1/webhooks";

    private final Endpoints endpoints;
    private final WebhookCallers callers;
    private final Clock clock;

    WebhooksController(Endpoints endpoints, WebhookCallers callers, Clock clock) {
        this.endpoints = endpoints;
        this.callers = callers;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The endpoints of the caller's teams, by id; ops see all")
    Page<WebhookRepresentation> list(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "Only of this team") @RequestParam(required = false) @Nullable String team,
            @Parameter(description = "Only endpoints after this id") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        var now = clock.instant();
        var denial = callers.seeing(caller);
        Predicate<String> wanted = owner -> (team == null || team.equals(owner)) && denial.apply(owner) == null;
        var teams = endpoints.teams().stream().filter(wanted).toList();
        var oneMore = endpoints.page(teams, after, Page.limit(limit) + 1).stream()
                .map(found -> WebhookRepresentation.of(found.endpoint(), found.pending(), now))
                .toList();
        return Page.of(
                oneMore,
                limit,
                last -> UriComponentsBuilder.fromPath(PATH)
                        .queryParamIfPresent("team", Optional.ofNullable(team))
                        .queryParam("after", last.id())
                        .queryParam("limit", limit)
                        .encode()
                        .toUriString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "An endpoint, and how it is doing")
    @ApiResponse(responseCode = "403", description = "It belongs to another team")
    @ApiResponse(responseCode = "404", description = "There is no such endpoint")
    WebhookRepresentation webhook(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        var endpoint = endpoints.find(id).orElseThrow(() -> WebhookProblems.unknown(id));
        var denied = callers.seeing(caller).apply(endpoint.team());
        if (denied != null) {
            throw WebhookProblems.denied(denied);
        }
        return WebhookRepresentation.of(endpoint, endpoints.pending(id), clock.instant());
    }
}
