package io.meshwork.notifier.channel.webhook.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meshwork.messaging.security.Caller;
import io.meshwork.notifier.channel.webhook.endpoint.EndpointDesk;
import io.meshwork.notifier.channel.webhook.endpoint.EndpointResult;
import io.meshwork.notifier.channel.webhook.endpoint.EndpointResult.Done;
import io.meshwork.notifier.channel.webhook.endpoint.EndpointResult.Refused;
import io.meshwork.notifier.channel.webhook.endpoint.Endpoints;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Creates and changes endpoints. A team has its own only. */
@RestController
@RequestMapping(WebhooksController.PATH)
@Tag(name = "Webhooks")
class WebhookRequestController {

    @Schema(name = "WebhookSecret", description = "An endpoint and its new secret, which is told this once")
    record WithSecret(WebhookRepresentation webhook, String secret) {}

    @Schema(name = "WebhookRotation")
    record Rotation(
            @Schema(description = "The present secret signs no longer, since others may know it")
            boolean now) {}

    @Schema(name = "WebhookState")
    record State(
            @Schema(description = "enabled or disabled", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String state) {}

    @Schema(name = "WebhookReplay")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Replay(
            @Schema(description = "Only what failed or was suppressed since then; everything that is kept by default")
            @Nullable
            Instant since) {}

    @Schema(name = "WebhookReplayed")
    record Replayed(
            @Schema(description = "Notifications that wait again")
            int notifications) {}

    private final EndpointDesk desk;
    private final Endpoints endpoints;
    private final WebhookCallers callers;
    private final Clock clock;

    WebhookRequestController(EndpointDesk desk, Endpoints endpoints, WebhookCallers callers, Clock clock) {
        this.desk = desk;
        this.endpoints = endpoints;
        this.callers = callers;
        this.clock = clock;
    }

    @PostMapping(consumes = "application/json")
    @Operation(summary = "Create an endpoint", description = "Answers with its secret, which is told this once.")
    @ApiResponse(responseCode = "201", description = "Created", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "403", description = "The caller may not act for the team")
    @ApiResponse(responseCode = "409", description = "The id is taken, the team has too many, or webhooks are off")
    @ApiResponse(responseCode = "422", description = "Requests cannot go there; problems says why")
    ResponseEntity<WithSecret> create(@Parameter(hidden = true) Caller caller, @RequestBody WebhookBody body) {
        var done = done(desk.create(body.toForm(), callers.changing(caller), caller.name()));
        var location =
                URI.create(WebhooksController.PATH + "/" + done.endpoint().id());
        return withSecret(ResponseEntity.created(location), done);
    }

    @PostMapping(path = "/{id}/secrets")
    @Operation(
            summary = "Give an endpoint a new secret",
            description = "Answers with it, this once. The former secret signs beside it for a time.")
    @ApiResponse(responseCode = "200", description = "Rotated", useReturnTypeSchema = true)
    ResponseEntity<WithSecret> rotate(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Rotation rotation) {
        var done = done(desk.rotate(id, rotation != null && rotation.now(), callers.changing(caller)));
        return withSecret(ResponseEntity.ok(), done);
    }

    @PutMapping(path = "/{id}/state", consumes = "application/json")
    @Operation(
            summary = "Enable or disable an endpoint",
            description = "What waits for a disabled endpoint is suppressed, and can be replayed.")
    WebhookRepresentation state(
            @Parameter(hidden = true) Caller caller, @PathVariable String id, @RequestBody State wanted) {
        var done = done(
                switch (wanted.state()) {
                    case "enabled" -> desk.enable(id, callers.changing(caller));
                    case "disabled" -> desk.disable(id, caller.name(), callers.changing(caller));
                    case null, default -> throw WebhookProblems.invalid("state must be enabled or disabled");
                });
        return representation(done);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Delete an endpoint", description = "What waits for it is suppressed.")
    ResponseEntity<Void> delete(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        done(desk.delete(id, callers.changing(caller)));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/replays")
    @Operation(
            summary = "Send again what failed or was suppressed",
            description = "In its old order and with its old ids, ahead of what is new.")
    Replayed replay(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Replay replay) {
        var since = replay == null || replay.since() == null ? Instant.EPOCH : replay.since();
        return new Replayed(
                done(desk.replay(id, since, callers.changing(caller))).replayed());
    }

    private static Done done(EndpointResult result) {
        return switch (result) {
            case Done done -> done;
            case Refused refused -> throw WebhookProblems.of(refused);
        };
    }

    /** No cache on the way keeps a secret. */
    private ResponseEntity<WithSecret> withSecret(ResponseEntity.BodyBuilder answer, Done done) {
        return answer.cacheControl(CacheControl.noStore())
                .body(new WithSecret(representation(done), String.valueOf(done.secret())));
    }

    private WebhookRepresentation representation(Done done) {
        var endpoint = done.endpoint();
        return WebhookRepresentation.of(endpoint, endpoints.pending(endpoint.id()), clock.instant());
    }
}
