package io.meshwork.notifier.handling.web;

import io.meshwork.messaging.web.Asker;
import io.meshwork.messaging.web.Question;
import io.meshwork.messaging.web.Undecided;
import io.meshwork.notifier.handling.IncidentDecision;
import io.meshwork.notifier.handling.IncidentNumber;
import io.meshwork.notifier.handling.IncidentOrder;
import io.meshwork.notifier.handling.IncidentOrder.Action;
import io.meshwork.notifier.request.DecidedRequests;
import io.meshwork.notifier.request.Refusal;
import io.meshwork.notifier.request.web.Answers;
import io.meshwork.notifier.request.web.DecisionRepresentation;
import io.meshwork.notifier.request.web.RequestProblems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Does something about incidents through the request topic, so that any replica may decide. */
@RestController
@RequestMapping(IncidentsController.PATH)
@Tag(name = "Incidents")
@ApiResponse(responseCode = "201", description = "Done, as a new revision", useReturnTypeSchema = true)
@ApiResponse(responseCode = "200", description = "It stands so already")
@ApiResponse(responseCode = "202", description = "Taken, but not decided yet; Location says where to ask")
@ApiResponse(responseCode = "403", description = "The caller acts neither for its domain nor for the team that owns it")
@ApiResponse(responseCode = "404", description = "There is no such incident")
@ApiResponse(responseCode = "422", description = "It was not accepted; problems says why")
class IncidentRequestController {

    private final IncidentTopic topic;
    private final Answers answers;

    IncidentRequestController(IncidentTopic topic, DecidedRequests decided, Undecided undecided) {
        this.topic = topic;
        this.answers = new Answers(decided, undecided, IncidentDecision.INCIDENT, IncidentsController.PATH);
    }

    @PostMapping("/{id}/acknowledge")
    @Operation(
            summary = "Take care of an incident",
            description =
                    "Nobody is reminded of it until it gets worse or is over. Waits a few seconds for the decision.")
    @ApiResponse(responseCode = "409", description = "It is over")
    ResponseEntity<DecisionRepresentation> acknowledge(
            @PathVariable String id, Asker asker, @RequestBody(required = false) @Nullable IncidentNote note) {
        return decide(id, asker, Action.ACKNOWLEDGE, note);
    }

    @PostMapping("/{id}/unacknowledge")
    @Operation(summary = "Give an incident back", description = "Those who follow it are reminded of it again.")
    @ApiResponse(responseCode = "409", description = "It is over")
    ResponseEntity<DecisionRepresentation> unacknowledge(
            @PathVariable String id, Asker asker, @RequestBody(required = false) @Nullable IncidentNote note) {
        return decide(id, asker, Action.UNACKNOWLEDGE, note);
    }

    @PostMapping("/{id}/resolve")
    @Operation(
            summary = "Say that an incident is over",
            description = "Most end by themselves. When there is another alert soon, it opens again.")
    ResponseEntity<DecisionRepresentation> resolve(
            @PathVariable String id, Asker asker, @RequestBody(required = false) @Nullable IncidentNote note) {
        return decide(id, asker, Action.RESOLVE, note);
    }

    @GetMapping("/requests/{requestId}")
    @Operation(summary = "What became of a request")
    @ApiResponse(responseCode = "404", description = "Not known, or not decided within an hour")
    ResponseEntity<DecisionRepresentation> request(@PathVariable UUID requestId, Question question) {
        return answers.of(requestId, question);
    }

    private ResponseEntity<DecisionRepresentation> decide(
            String id, Asker asker, Action action, @Nullable IncidentNote note) {
        if (IncidentNumber.of(id).isEmpty()) {
            throw IncidentsController.unknown(id);
        }
        var order = new IncidentOrder(action, note == null ? null : note.note());
        var fault = IncidentDecision.fault(order.note());
        if (fault != null) {
            throw RequestProblems.refused(Refusal.invalid(IncidentDecision.INCIDENT, id, List.of(fault)));
        }
        var requestId = topic.append(asker.requestId("incident/" + id), id, order, asker.token());
        return answers.await(requestId, id, order.contentHash(), asker.patience());
    }
}
