package io.meshwork.policy.define.web;

import io.meshwork.events.PolicySubmitted;
import io.meshwork.messaging.RequestTopic;
import io.meshwork.messaging.web.Asker;
import io.meshwork.messaging.web.BearerToken;
import io.meshwork.messaging.web.Question;
import io.meshwork.messaging.web.TextBody;
import io.meshwork.messaging.web.Undecided;
import io.meshwork.messaging.web.Waiting;
import io.meshwork.policy.define.PolicyDecisions;
import io.meshwork.policy.define.PolicyDecisions.Kept;
import io.meshwork.policy.define.PolicyDecisions.Result;
import io.meshwork.policy.define.PolicyRequest;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.PolicyReading;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Defines and withdraws policies through the request topic, so that any replica may decide. */
@RestController
@RequestMapping(PolicyController.PATH)
@Tag(name = "policies")
class PolicyRequestController {

    private static final TextBody BODY = new TextBody(PolicyReader.MAX_BYTES, "A policy", "policy");
    private static final String SOURCE = "rest";

    private final RequestTopic requests;
    private final PolicyReader reader;
    private final PolicyDecisions decisions;
    private final Undecided undecided;

    PolicyRequestController(
            RequestTopic requests, PolicyReader reader, PolicyDecisions decisions, Undecided undecided) {
        this.requests = requests;
        this.reader = reader;
        this.decisions = decisions;
        this.undecided = undecided;
    }

    @PutMapping(
            value = "/{id}",
            consumes = {"application/yaml", "application/json", "text/plain"})
    @Operation(summary = "Makes the document the policy's next revision")
    ResponseEntity<DecisionRepresentation> define(
            @PathVariable String id, @Parameter(hidden = true) HttpServletRequest request, Asker asker)
            throws IOException {
        String document = BODY.read(request);
        if (reader.read(document) instanceof PolicyReading.Refused(var problems)) {
            throw PolicyProblems.invalid(problems);
        }
        return submit(id, document, asker);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Withdraws a policy")
    ResponseEntity<DecisionRepresentation> withdraw(@PathVariable String id, Asker asker) {
        return submit(id, null, asker);
    }

    @GetMapping("/requests/{requestId}")
    @Operation(summary = "What became of a request")
    @ApiResponse(responseCode = "404", description = "Not known, or not decided within an hour")
    ResponseEntity<DecisionRepresentation> request(@PathVariable UUID requestId, Question question) {
        return undecided.ask(
                question,
                "policy.request.unknown",
                DecisionRepresentation.pending(requestId, null),
                () -> decisions.find(requestId).map(PolicyRequestController::answer));
    }

    private static String place(UUID requestId) {
        return PolicyController.PATH + "/requests/" + requestId;
    }

    private ResponseEntity<DecisionRepresentation> submit(String id, @Nullable String document, Asker asker) {
        PolicySubmitted submitted = PolicySubmitted.newBuilder()
                .setPolicyId(id)
                .setDocument(document)
                .setSource(SOURCE)
                .build();
        UUID requestId = requests.append(
                "policy.submitted", id, asker.requestId(id), submitted, BearerToken.toRecord(asker.token()));
        return Waiting.until(asker.patience(), () -> decisions.find(requestId))
                .map(kept -> sameContent(kept, document))
                .map(PolicyRequestController::answer)
                .orElseGet(() -> undecided.taken(place(requestId), DecisionRepresentation.pending(requestId, id)));
    }

    private static Kept sameContent(Kept kept, @Nullable String document) {
        if (kept.contentHash() != PolicyRequest.contentHash(document)) {
            throw PolicyProblems.problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key.reused",
                    "the Idempotency-Key was used before with another document; choose a new one",
                    List.of());
        }
        return kept;
    }

    private static ResponseEntity<DecisionRepresentation> answer(Kept kept) {
        return switch (kept.result()) {
            case Result.Changed(var revision) -> {
                URI location = URI.create(PolicyController.PATH + "/" + kept.policyId());
                yield ResponseEntity.created(location).body(DecisionRepresentation.of(kept, "changed", revision));
            }
            case Result.Unchanged(var revision) ->
                ResponseEntity.ok(DecisionRepresentation.of(kept, "unchanged", revision));
            case Result.Refused(var refusal) -> throw PolicyProblems.refused(refusal);
        };
    }
}
