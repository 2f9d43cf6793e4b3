package io.meshwork.quality.run.web;

import io.meshwork.messaging.security.Action;
import io.meshwork.messaging.security.Authorizer;
import io.meshwork.messaging.security.Authorizer.Decision.Denied;
import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.messaging.web.TextBody;
import io.meshwork.quality.results.ResultsView;
import io.meshwork.quality.results.ToolResults;
import io.meshwork.quality.run.ReportedChecks;
import io.meshwork.quality.run.Runs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes what other tools have found out about a product's data. */
@RestController
class ResultsController {

    private static final TextBody BODY = new TextBody(ToolResults.LARGEST, "A document", "results");

    private final RefreshTopic topic;
    private final ReportForm form;
    private final Runs runs;
    private final Authorizer authorizer;

    ResultsController(RefreshTopic topic, ReportedChecks reported, Runs runs, Authorizer authorizer, Clock clock) {
        this.topic = topic;
        this.form = new ReportForm(reported.counted(), clock);
        this.runs = runs;
        this.authorizer = authorizer;
    }

    @PostMapping(path = ScoreController.PATH + "/{productId}/results", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Report what a tool has found out about the data",
            description =
                    "The body is a document as dbt (run_results.json), Great Expectations (validation or checkpoint"
                            + " result), Soda Core (scan results) or OpenLineage (dataQualityAssertions) write it. Its checks count in"
                            + " every score until the same tool and suite report again. The same document again changes nothing.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))))
    @ApiResponse(
            responseCode = "201",
            description = "Taken: what was understood, and where the score will be within a second or so",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "400", description = "Not JSON")
    @ApiResponse(responseCode = "403", description = "The caller may not act for the product's domain")
    @ApiResponse(responseCode = "413", description = "More than 10 MiB, or more than fits into a record")
    @ApiResponse(responseCode = "422", description = "Not a document that is understood, or without checks")
    @ApiResponse(responseCode = "503", description = "The broker does not answer; send the same again")
    ResponseEntity<ResultsView> report(
            @PathVariable String productId,
            @Parameter(description = "Version that was checked; default the latest")
                    @RequestParam(required = false)
                    @Nullable
                    String version,
            @Parameter(
                            description =
                                    "dbt, great-expectations, soda or openlineage; default what the document looks like")
                    @RequestParam(required = false)
                    @Nullable
                    String tool,
            @Parameter(description = "Tells several runs of one tool apart; default what the document says")
                    @RequestParam(required = false)
                    @Nullable
                    String suite,
            @Parameter(description = "When the checks were run; default what the document says")
                    @RequestParam(required = false)
                    @Nullable
                    Instant measuredAt,
            @Parameter(description = "When new data landed; without it the data is not taken for fresher")
                    @RequestParam(required = false)
                    @Nullable
                    Instant refreshedAt,
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        check(caller, productId);
        ReportForm.checkLength("version", version);
        ReportForm.checkLength("suite", suite);
        form.checkNotAhead("refreshedAt", refreshedAt);
        ToolResults results = form.read(BODY.read(request), tool, suite, measuredAt);
        topic.append(RefreshTopic.Report.of(productId, version, results, refreshedAt), caller.name());
        return ResponseEntity.created(URI.create(ScoreController.PATH + "/" + productId))
                .body(ResultsView.of(productId, version, results, refreshedAt)
                        .reported(ScoreController.PATH + "/" + productId, note(productId, version)));
    }

    private void check(Caller caller, String productId) {
        String domain = ReportForm.domain(productId);
        if (authorizer.decide(caller, Action.REPORT_QUALITY, domain) instanceof Denied(var reason)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "results.denied", "Not allowed to report results", reason, List.of());
        }
    }

    private @Nullable String note(String productId, @Nullable String version) {
        Set<String> known = runs.versions(Set.of(productId)).getOrDefault(productId, Set.of());
        boolean waits = version == null ? known.isEmpty() : !known.contains(version);
        return waits
                ? "This was not published yet, as far as is known here; the results wait for it, and are scored then."
                : null;
    }
}
