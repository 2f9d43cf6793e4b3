package io.meshwork.notifier.notification.web;

import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.notifier.news.Text;
import io.meshwork.notifier.notification.Entry;
import io.meshwork.notifier.notification.Replays;
import io.meshwork.notifier.notification.Replays.One;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives notifications another try that a channel refused for good. */
@RestController
@RequestMapping(NotificationsController.PATH)
@Tag(name = "Notifications")
@ApiResponse(responseCode = "403", description = "Only ops may")
class NotificationReplayController {

    private static final int MOST = 1000;
    private static final int REASON = 300;

    @Schema(name = "NotificationReplay", description = "What was refused for good of one subscription")
    record Many(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String subscription,

            @Schema(description = "Refused then or later; all that are kept by default") @Nullable
            Instant since,

            @Schema(description = "Notifications at most, the oldest; 1 to 1000, which is the default") @Nullable
            Integer limit,

            @Schema(description = "true: say only how many it would be") @Nullable
            Boolean dryRun) {}

    @Schema(name = "NotificationWaiting")
    record Waiting(UUID id, String state) {}

    @Schema(name = "NotificationsReplayed")
    record Replayed(
            @Schema(description = "How many wait again, or would")
            int replayed,

            @Schema(description = "How many more have failed")
            int left,

            boolean dryRun) {}

    private final Replays replays;
    private final Authorizer authorizer;

    NotificationReplayController(Replays replays, Authorizer authorizer) {
        this.replays = replays;
        this.authorizer = authorizer;
    }

    @PostMapping("/{id}/replay")
    @Operation(
            summary = "Try a notification again that a channel refused for good",
            description = "Under the same id; the notification shows what becomes of it.")
    @ApiResponse(responseCode = "200", description = "It waits for its channel", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "There is no such notification")
    @ApiResponse(responseCode = "409", description = "It was delivered, waits, or was never sent on purpose")
    Waiting replay(@Parameter(hidden = true) Caller caller, @PathVariable UUID id) {
        authorize(caller);
        return switch (replays.replay(id)) {
            case One.Waiting(var waiting) -> new Waiting(waiting, "waiting");
            case One.Unknown() ->
                throw problem(
                        HttpStatus.NOT_FOUND,
                        "unknown",
                        "there is no notification " + id + "; settled ones are kept for a time, GET "
                                + NotificationsController.PATH + "?state=failed shows those that failed");
            case One.NotFailed(var entry) -> throw problem(HttpStatus.CONFLICT, "not-failed", why(entry));
        };
    }

    @PostMapping(path = "/replay", consumes = "application/json")
    @Operation(summary = "Try again what was refused for good of a subscription")
    @ApiResponse(responseCode = "200", description = "They wait for their channel", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "422", description = "No subscription is named, or too many are asked for")
    Replayed replay(@Parameter(hidden = true) Caller caller, @RequestBody Many many) {
        authorize(caller);
        var subscription = many.subscription();
        if (subscription == null || subscription.isBlank() || subscription.indexOf('\0') >= 0) {
            throw invalid("/subscription", "name the subscription whose notifications are to be tried again");
        }
        int limit = many.limit() == null ? MOST : many.limit();
        if (limit < 1 || limit > MOST) {
            throw invalid("/limit", "must be 1 to " + MOST);
        }
        var dryRun = Boolean.TRUE.equals(many.dryRun());
        var result = dryRun
                ? replays.preview(subscription, many.since(), limit)
                : replays.replay(subscription, many.since(), limit);
        return new Replayed(result.replayed(), result.left(), dryRun);
    }

    private static String why(Entry entry) {
        var delivery = entry.notification().delivery();
        return switch (delivery.state()) {
            case SENT ->
                "it was delivered by " + entry.notification().channel().word() + " at " + entry.settledAt()
                        + "; what was delivered is not sent again";
            case WAITING ->
                "it waits for " + entry.notification().channel().word() + " already, and is sent when its turn comes";
            case SUPPRESSED ->
                "it was not sent on purpose (" + Text.line(String.valueOf(delivery.reason()), REASON)
                        + "); only what a channel refused for good is tried again, and mesh webhook replay also sends"
                        + " what was suppressed for an endpoint";
            case FAILED ->
                "it failed again meanwhile (" + Text.line(String.valueOf(delivery.reason()), REASON)
                        + "); mend the cause, then replay it once more";
        };
    }

    private void authorize(Caller caller) {
        if (authorizer.decide(caller, Action.OPERATE, "*") instanceof Authorizer.Decision.Denied(var reason)) {
            throw problem(HttpStatus.FORBIDDEN, "denied", reason);
        }
    }

    private static ProblemException invalid(String pointer, String message) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "notification.invalid",
                "Nothing is sent again",
                pointer + ": " + message,
                List.of(Map.of("pointer", pointer, "message", message)));
    }

    private static ProblemException problem(HttpStatus status, String code, String detail) {
        return new ProblemException(status, "notification." + code, "Nothing is sent again", detail, List.of());
    }
}
