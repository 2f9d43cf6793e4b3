package io.meshwork.notifier.subscription.web;

import io.meshwork.messaging.web.Asker;
import io.meshwork.messaging.web.Question;
import io.meshwork.messaging.web.Undecided;
import io.meshwork.messaging.web.Waiting;
import io.meshwork.notifier.subscription.SubscriptionDecisions;
import io.meshwork.notifier.subscription.SubscriptionDecisions.Kept;
import io.meshwork.notifier.subscription.SubscriptionDecisions.Result;
import io.meshwork.notifier.subscription.SubscriptionOrder;
import io.meshwork.notifier.subscription.SubscriptionOrder.Turn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes subscriptions through the request topic, so that any replica may decide. */
@RestController
@RequestMapping(SubscriptionsController.PATH)
@Tag(name = "Subscriptions")
@ApiResponse(responseCode = "201", description = "Done, as a new revision", useReturnTypeSchema = true)
@ApiResponse(responseCode = "200", description = "It stands so already")
@ApiResponse(responseCode = "202", description = "Taken, but not decided yet; Location says where to ask")
@ApiResponse(responseCode = "403", description = "The caller does not act for the subscribing team")
class SubscriptionRequestController {

    private final SubscriptionTopic topic;
    private final SubscriptionDecisions decisions;
    private final Undecided undecided;

    SubscriptionRequestController(SubscriptionTopic topic, SubscriptionDecisions decisions, Undecided undecided) {
        this.topic = topic;
        this.decisions = decisions;
        this.undecided = undecided;
    }

    @PostMapping(consumes = "application/json")
    @Operation(summary = "Subscribe", description = "Waits a few seconds for the decision.")
    @ApiResponse(responseCode = "409", description = "There is another subscription of this id")
    @ApiResponse(responseCode = "422", description = "It was not accepted; problems says why")
    ResponseEntity<SubscriptionDecisionRepresentation> create(Asker asker, @RequestBody SubscriptionBody body) {
        var id = Objects.requireNonNullElse(body.id(), "");
        return decide(id, asker, new SubscriptionOrder.Put(body.toForm(id), true));
    }

    @PutMapping(path = "/{id}", consumes = "application/json")
    @Operation(summary = "Subscribe, or change a subscription", description = "A pause stays a pause.")
    @ApiResponse(responseCode = "409", description = "The notifier's configuration keeps it")
    @ApiResponse(responseCode = "422", description = "It was not accepted; problems says why")
    ResponseEntity<SubscriptionDecisionRepresentation> put(
            @PathVariable String id, Asker asker, @RequestBody SubscriptionBody body) {
        return decide(id, asker, new SubscriptionOrder.Put(body.toForm(id), false));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "End a subscription")
    @ApiResponse(responseCode = "404", description = "There is no such subscription")
    ResponseEntity<SubscriptionDecisionRepresentation> end(@PathVariable String id, Asker asker) {
        return decide(id, asker, Turn.END);
    }

    @PostMapping("/{id}/pause")
    @Operation(summary = "Send nothing until it is resumed; what happens meanwhile is not told later")
    @ApiResponse(responseCode = "404", description = "There is no such subscription")
    ResponseEntity<SubscriptionDecisionRepresentation> pause(@PathVariable String id, Asker asker) {
        return decide(id, asker, Turn.PAUSE);
    }

    @PostMapping("/{id}/resume")
    @Operation(summary = "Send again")
    @ApiResponse(responseCode = "404", description = "There is no such subscription")
    ResponseEntity<SubscriptionDecisionRepresentation> resume(@PathVariable String id, Asker asker) {
        return decide(id, asker, Turn.RESUME);
    }

    @PostMapping("/{id}/test")
    @Operation(summary = "Send a test message the way of all others, also while it is paused")
    @ApiResponse(responseCode = "404", description = "There is no such subscription")
    ResponseEntity<SubscriptionDecisionRepresentation> test(@PathVariable String id, Asker asker) {
        return decide(id, asker, Turn.TEST);
    }

    @GetMapping("/requests/{requestId}")
    @Operation(summary = "What became of a request")
    @ApiResponse(responseCode = "404", description = "Not known, or not decided within an hour")
    ResponseEntity<SubscriptionDecisionRepresentation> request(@PathVariable UUID requestId, Question question) {
        return undecided.ask(
                question,
                "subscription.request.unknown",
                SubscriptionDecisionRepresentation.pending(requestId, null),
                () -> decisions.find(requestId).map(SubscriptionRequestController::answer));
    }

    private static String place(UUID requestId) {
        return SubscriptionsController.PATH + "/requests/" + requestId;
    }

    private ResponseEntity<SubscriptionDecisionRepresentation> decide(String id, Asker asker, SubscriptionOrder order) {
        var requestId = topic.append(asker.requestId(id), id, order, asker.token());
        return Waiting.until(asker.patience(), () -> decisions.find(requestId))
                .map(kept -> sameContent(kept, order))
                .map(SubscriptionRequestController::answer)
                .orElseGet(() ->
                        undecided.taken(place(requestId), SubscriptionDecisionRepresentation.pending(requestId, id)));
    }

    private static Kept sameContent(Kept kept, SubscriptionOrder order) {
        if (kept.contentHash() != order.contentHash()) {
            throw SubscriptionProblems.problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key.reused",
                    "the Idempotency-Key was used before with another request; choose a new one",
                    List.of());
        }
        return kept;
    }

    private static ResponseEntity<SubscriptionDecisionRepresentation> answer(Kept kept) {
        return switch (kept.result()) {
            case Result.Changed(var revision) ->
                created(kept).body(SubscriptionDecisionRepresentation.of(kept, "changed", revision));
            case Result.Unchanged(var revision) ->
                ResponseEntity.ok(SubscriptionDecisionRepresentation.of(kept, "unchanged", revision));
            case Result.Tested(var revision, var told) ->
                created(kept).body(SubscriptionDecisionRepresentation.tested(kept, revision, told));
            case Result.Refused(var refusal) -> throw SubscriptionProblems.refused(refusal);
        };
    }

    private static ResponseEntity.BodyBuilder created(Kept kept) {
        return ResponseEntity.created(URI.create(SubscriptionsController.PATH + "/" + kept.subscriptionId()));
    }
}
