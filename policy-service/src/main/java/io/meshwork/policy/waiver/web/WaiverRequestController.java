package io.meshwork.policy.waiver.web;

import io.meshwork.messaging.web.Asker;
import io.meshwork.messaging.web.OutcomeWait;
import io.meshwork.messaging.web.Question;
import io.meshwork.messaging.web.Undecided;
import io.meshwork.messaging.web.Waiting;
import io.meshwork.policy.waiver.WaiverDecisions;
import io.meshwork.policy.waiver.WaiverDecisions.Kept;
import io.meshwork.policy.waiver.WaiverDecisions.Result;
import io.meshwork.policy.waiver.WaiverDraft;
import io.meshwork.policy.waiver.WaiverRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Grants and ends waivers through the request topic, so that any replica may decide. */
@RestController
@RequestMapping(WaiverController.PATH)
@Tag(name = "waivers")
class WaiverRequestController {

    private static final String SOURCE = "rest";

    private final WaiverTopic topic;
    private final WaiverDecisions decisions;
    private final Undecided undecided;
    private final Clock clock;

    WaiverRequestController(WaiverTopic topic, WaiverDecisions decisions, Undecided undecided, Clock clock) {
        this.topic = topic;
        this.decisions = decisions;
        this.undecided = undecided;
        this.clock = clock;
    }

    @PutMapping(path = "/{id}", consumes = "application/json")
    @Operation(
            summary = "Grant a waiver, or change it",
            description = "Whoever may define the policy may excuse from it. Waits a few seconds for the decision.")
    @ApiResponse(responseCode = "201", description = "The waiver has a new revision", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "It is so already")
    @ApiResponse(responseCode = "202", description = "Taken, but not decided yet; Location says where to ask")
    @ApiResponse(responseCode = "403", description = "The caller may not define the policy")
    @ApiResponse(responseCode = "422", description = "The waiver was not accepted; problems says why")
    ResponseEntity<WaiverDecisionRepresentation> grant(
            @PathVariable String id, Asker asker, @RequestBody WaiverBody body) {
        WaiverDraft draft = body.toDraft(id, clock.instant());
        String source = body.source() == null ? SOURCE : body.source();
        UUID requestId = topic.append(asker.requestId(id), id, draft, source, asker.token());
        return outcome(requestId, id, draft, asker.patience());
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "End a waiver now")
    @ApiResponse(responseCode = "201", description = "Ended, as a new revision", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "202", description = "Taken, but not decided yet; Location says where to ask")
    @ApiResponse(responseCode = "403", description = "The caller may not define the policy")
    @ApiResponse(responseCode = "404", description = "There is no such waiver")
    @ApiResponse(responseCode = "409", description = "The waiver is over already")
    ResponseEntity<WaiverDecisionRepresentation> end(@PathVariable String id, Asker asker) {
        UUID requestId = topic.append(asker.requestId(id), id, null, SOURCE, asker.token());
        return outcome(requestId, id, null, asker.patience());
    }

    @GetMapping("/requests/{requestId}")
    @Operation(summary = "What became of a request")
    @ApiResponse(responseCode = "404", description = "Not known, or not decided within an hour")
    ResponseEntity<WaiverDecisionRepresentation> request(@PathVariable UUID requestId, Question question) {
        return undecided.ask(
                question,
                "waiver.request.unknown",
                WaiverDecisionRepresentation.pending(requestId, null),
                () -> decisions.find(requestId).map(WaiverRequestController::answer));
    }

    private static String place(UUID requestId) {
        return WaiverController.PATH + "/requests/" + requestId;
    }

    private ResponseEntity<WaiverDecisionRepresentation> outcome(
            UUID requestId, String id, @Nullable WaiverDraft draft, OutcomeWait wait) {
        return Waiting.until(wait, () -> decisions.find(requestId))
                .map(kept -> sameContent(kept, draft))
                .map(WaiverRequestController::answer)
                .orElseGet(
                        () -> undecided.taken(place(requestId), WaiverDecisionRepresentation.pending(requestId, id)));
    }

    private static Kept sameContent(Kept kept, @Nullable WaiverDraft draft) {
        if (kept.contentHash() != WaiverRequest.contentHash(draft)) {
            throw WaiverProblems.problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key.reused",
                    "the Idempotency-Key was used before with another waiver; choose a new one",
                    List.of());
        }
        return kept;
    }

    private static ResponseEntity<WaiverDecisionRepresentation> answer(Kept kept) {
        return switch (kept.result()) {
            case Result.Granted(var revision) -> created(kept, "granted", revision);
            case Result.Withdrawn(var revision) -> created(kept, "withdrawn", revision);
            case Result.Unchanged(var revision) ->
                ResponseEntity.ok(WaiverDecisionRepresentation.of(kept, "unchanged", revision));
            case Result.Refused(var refusal) -> throw WaiverProblems.refused(refusal);
        };
    }

    private static ResponseEntity<WaiverDecisionRepresentation> created(Kept kept, String state, long revision) {
        return ResponseEntity.created(URI.create(WaiverController.PATH + "/" + kept.waiverId()))
                .body(WaiverDecisionRepresentation.of(kept, state, revision));
    }
}
