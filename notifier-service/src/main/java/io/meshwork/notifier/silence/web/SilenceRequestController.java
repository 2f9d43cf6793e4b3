package io.meshwork.notifier.silence.web;

import io.meshwork.messaging.web.Asker;
import io.meshwork.messaging.web.Question;
import io.meshwork.messaging.web.Undecided;
import io.meshwork.notifier.request.DecidedRequests;
import io.meshwork.notifier.request.web.Answers;
import io.meshwork.notifier.request.web.DecisionRepresentation;
import io.meshwork.notifier.silence.SilenceDecision;
import io.meshwork.notifier.silence.SilenceId;
import io.meshwork.notifier.silence.SilenceOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes silences through the request topic, so that any replica may decide. */
@RestController
@RequestMapping(SilencesController.PATH)
@Tag(name = "Silences")
@ApiResponse(responseCode = "201", description = "Done, as a new revision", useReturnTypeSchema = true)
@ApiResponse(responseCode = "200", description = "It stands so already")
@ApiResponse(responseCode = "202", description = "Taken, but not decided yet; Location says where to ask")
@ApiResponse(responseCode = "403", description = "It reaches beyond the caller's own domains")
class SilenceRequestController {

    private final SilenceTopic topic;
    private final Answers answers;
    private final Clock clock;

    SilenceRequestController(SilenceTopic topic, DecidedRequests decided, Undecided undecided, Clock clock) {
        this.topic = topic;
        this.answers = new Answers(decided, undecided, SilenceDecision.SILENCE, SilencesController.PATH);
        this.clock = clock;
    }

    @PostMapping(consumes = "application/json")
    @Operation(summary = "Silence alerts", description = "Waits a few seconds for the decision.")
    @ApiResponse(responseCode = "409", description = "There is another silence of this id")
    @ApiResponse(responseCode = "422", description = "It was not accepted; problems says why")
    ResponseEntity<DecisionRepresentation> create(Asker asker, @RequestBody SilenceBody body) {
        var requestId = asker.requestId("silence/" + (body.id() == null ? "" : body.id()));
        var id = body.id() == null ? SilenceId.of(requestId) : body.id();
        return decide(requestId, id, asker, new SilenceOrder.Put(body.toForm(id, clock.instant()), true));
    }

    @PutMapping(path = "/{id}", consumes = "application/json")
    @Operation(
            summary = "Silence alerts, or change a silence",
            description = "What it held is looked at again at once.")
    @ApiResponse(responseCode = "422", description = "It was not accepted; problems says why")
    ResponseEntity<DecisionRepresentation> put(@PathVariable String id, Asker asker, @RequestBody SilenceBody body) {
        return decide(
                asker.requestId("silence/" + id),
                id,
                asker,
                new SilenceOrder.Put(body.toForm(id, clock.instant()), false));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "End a silence", description = "What is still wrong is told at once.")
    @ApiResponse(responseCode = "404", description = "There is no such silence")
    ResponseEntity<DecisionRepresentation> end(@PathVariable String id, Asker asker) {
        return decide(asker.requestId("silence/" + id), id, asker, new SilenceOrder.End());
    }

    @GetMapping("/requests/{requestId}")
    @Operation(summary = "What became of a request")
    @ApiResponse(responseCode = "404", description = "Not known, or not decided within an hour")
    ResponseEntity<DecisionRepresentation> request(@PathVariable UUID requestId, Question question) {
        return answers.of(requestId, question);
    }

    private ResponseEntity<DecisionRepresentation> decide(UUID requestId, String id, Asker asker, SilenceOrder order) {
        var decidedAs = topic.append(requestId, id, order, asker.token());
        return answers.await(decidedAs, id, order.contentHash(), asker.patience());
    }
}
