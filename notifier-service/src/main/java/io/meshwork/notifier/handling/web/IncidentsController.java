package io.meshwork.notifier.handling.web;

import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Authorizer.Decision.Denied;
import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.notifier.handling.Handlers;
import io.meshwork.notifier.handling.IncidentDecision;
import io.meshwork.notifier.handling.IncidentNumber;
import io.meshwork.notifier.handling.IncidentStories;
import io.meshwork.notifier.incident.Incident;
import io.meshwork.notifier.news.Text;
import io.meshwork.notifier.request.Refusal;
import io.meshwork.notifier.request.web.RequestProblems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A team sees the incidents of its own domain and those that it owns, ops all of them. */
@RestController
@RequestMapping(IncidentsController.PATH)
@Tag(name = "Incidents")
class IncidentsController {

    static final String PATH = "/api/v1/incidents";

    private final IncidentStories stories;
    private final Authorizer authorizer;

    IncidentsController(IncidentStories stories, Authorizer authorizer) {
        this.stories = stories;
        this.authorizer = authorizer;
    }

    @GetMapping
    @Operation(summary = "What is wrong, newest first")
    @ApiResponse(responseCode = "403", description = "Not of the caller's own domain")
    IncidentPage list(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "open, acknowledged, resolved or all; default open and acknowledged")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "Only of this domain and its products") @RequestParam(required = false) @Nullable
                    String domain,
            @Parameter(description = "Only of this product, domain.name") @RequestParam(required = false) @Nullable
                    String product,
            @Parameter(description = "Of this severity and above: info, warning or critical")
                    @RequestParam(required = false)
                    @Nullable
                    String severity,
            @Parameter(description = "Changed at this time or later, such as 2027-03-31T12:00:00Z")
                    @RequestParam(required = false)
                    @Nullable
                    String since,
            @Parameter(description = "As next of the page before says")
                    @RequestParam(defaultValue = "9223372036854775807")
                    @Min(1)
                    long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        var wanted = new IncidentParameters(state, domain, product, severity, since);
        authorize(caller, wanted);
        return IncidentPage.of(stories.page(wanted.query(after, limit + 1)), limit, wanted);
    }

    @GetMapping("/{id}")
    @Operation(summary = "An incident with its story, who was told of it, and what silences it")
    @ApiResponse(
            responseCode = "403",
            description = "The caller acts neither for its domain nor for the team that owns it")
    @ApiResponse(responseCode = "404", description = "There is no such incident")
    IncidentRepresentation incident(@Parameter(hidden = true) Caller caller, @PathVariable String id) {
        var story = IncidentNumber.of(id).flatMap(stories::find).orElseThrow(() -> unknown(id));
        authorize(caller, story.incident());
        return IncidentRepresentation.of(story);
    }

    static ProblemException unknown(String id) {
        return RequestProblems.refused(Refusal.of(
                IncidentDecision.INCIDENT, Refusal.Kind.UNKNOWN, "there is no incident " + Text.line(id, 40)));
    }

    private void authorize(Caller caller, Incident incident) {
        var denial = Handlers.denial(incident, domain -> denial(caller, domain));
        if (denial != null) {
            throw denied(denial);
        }
    }

    private void authorize(Caller caller, IncidentParameters wanted) {
        var denial = denial(caller, wanted.reach());
        if (denial != null) {
            throw denied(denial + "; ?domain= shows what is wrong in your domain, ?product= with your product");
        }
    }

    private @Nullable String denial(Caller caller, String domain) {
        return authorizer.decide(caller, Action.HANDLE_INCIDENTS, domain) instanceof Denied(var reason) ? reason : null;
    }

    private static ProblemException denied(String reason) {
        return RequestProblems.refused(Refusal.of(IncidentDecision.INCIDENT, Refusal.Kind.DENIED, reason));
    }
}
