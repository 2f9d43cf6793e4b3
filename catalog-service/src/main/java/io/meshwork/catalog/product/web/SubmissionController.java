package io.meshwork.catalog.product.web;

import io.meshwork.catalog.product.DecidedSubmissions;
import io.meshwork.catalog.product.Intake;
import io.meshwork.catalog.product.Problems;
import io.meshwork.catalog.product.VersionRequest;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.ReadResult;
import io.meshwork.messaging.security.Authorizer.Decision;
import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.Asker;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.messaging.web.Question;
import io.meshwork.messaging.web.RevisionTag;
import io.meshwork.messaging.web.Undecided;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Publishing over HTTP. */
@RestController
@Tag(name = "submissions")
class SubmissionController {

    private static final String YAML = "application/yaml";

    private final ContractReader reader;
    private final Intake intake;
    private final Submitting submitting;
    private final DecidedSubmissions submissions;
    private final Undecided undecided;

    SubmissionController(
            ContractReader reader,
            Intake intake,
            Submitting submitting,
            DecidedSubmissions submissions,
            Undecided undecided) {
        this.undecided = undecided;
        this.reader = reader;
        this.intake = intake;
        this.submitting = submitting;
        this.submissions = submissions;
    }

    @PostMapping(
            path = Paths.SUBMISSIONS,
            consumes = {YAML, "application/x-yaml", "text/yaml", MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Publish a version of a product",
            description =
                    "The body is the contract: ODCS v3 or a DataProduct descriptor, YAML or JSON, at most 512 KiB. Waits a few"
                            + " seconds for the catalog's decision.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(mediaType = YAML, schema = @Schema(type = "string")),
                                @Content(mediaType = "application/json", schema = @Schema(type = "object"))
                            }))
    @ApiResponse(responseCode = "201", description = "Published", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Unchanged: this version was published with the same contract")
    @ApiResponse(responseCode = "202", description = "Taken, but not decided yet; Location says where to ask")
    @ApiResponse(responseCode = "403", description = "The caller may not publish in the domain")
    @ApiResponse(responseCode = "409", description = "The version exists with other content, or a higher one does")
    @ApiResponse(responseCode = "412", description = "The product is not at the revision that If-Match names")
    @ApiResponse(responseCode = "413", description = "More than 512 KiB")
    @ApiResponse(responseCode = "415", description = "Neither YAML nor JSON")
    @ApiResponse(responseCode = "422", description = "The contract was not accepted; problems lists every reason")
    @ApiResponse(responseCode = "503", description = "The broker does not answer; repeat with the same Idempotency-Key")
    ResponseEntity<Object> submit(
            @Parameter(hidden = true) HttpServletRequest request,
            Asker asker,
            @Parameter(description = "Publish only if this is the product's ETag")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch)
            throws IOException {
        Long expectedRevision = RevisionTag.fromIfMatch(ifMatch, "submission.if-match", "product");
        String document = SubmittedTopic.BODY.read(request);
        DataProduct product = readable(document);
        checkAllowed(asker.caller(), product);
        return SubmissionAnswers.answer(
                submitting.submit(
                        new Ask(
                                product.id(),
                                Intake.PUBLISH,
                                document,
                                mediaType(request),
                                expectedRevision,
                                VersionRequest.NONE,
                                asker.caller().name(),
                                asker.key(),
                                asker.token()),
                        asker.patience()),
                undecided);
    }

    @GetMapping(Paths.SUBMISSIONS + "/{id}")
    @Operation(summary = "How a submission ended")
    @ApiResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = SubmissionRepresentation.class)))
    @ApiResponse(responseCode = "202", description = "Not decided yet")
    @ApiResponse(responseCode = "404", description = "Not known, or not decided within an hour")
    ResponseEntity<Object> submission(@PathVariable UUID id, Question question) {
        return undecided.ask(
                question,
                "submission.unknown",
                SubmissionAnswers.pending(id),
                () -> submissions.find(List.of(id)).stream()
                        .findFirst()
                        .map(found -> ResponseEntity.ok(SubmissionRepresentation.of(found))));
    }

    /** What can never be accepted is refused at once, without a record. */
    private DataProduct readable(String document) {
        return switch (reader.read(document)) {
            case ReadResult.Accepted accepted -> accepted.product();
            case ReadResult.Refused refused -> throw SubmissionAnswers.rejected(refused.problems());
        };
    }

    private void checkAllowed(Caller caller, DataProduct product) {
        if (intake.mayPublish(caller, product) instanceof Decision.Denied denied) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, Problems.NOT_AUTHORIZED, "Not allowed", denied.reason(), List.of());
        }
    }

    private static String mediaType(HttpServletRequest request) {
        MediaType type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
        return type.isCompatibleWith(MediaType.APPLICATION_JSON) ? MediaType.APPLICATION_JSON_VALUE : YAML;
    }
}
