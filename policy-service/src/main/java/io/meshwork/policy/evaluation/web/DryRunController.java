package io.meshwork.policy.evaluation.web;

import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.messaging.web.TextBody;
import io.meshwork.policy.define.PolicyBook;
import io.meshwork.policy.define.PolicyDecision;
import io.meshwork.policy.define.PolicyRequest;
import io.meshwork.policy.define.web.PolicyProblems;
import io.meshwork.policy.document.PolicyReader;
import io.meshwork.policy.document.PolicyReading;
import io.meshwork.policy.evaluation.DryRun;
import io.meshwork.policy.evaluation.DryRunReport;
import io.meshwork.policy.model.Content;
import io.meshwork.policy.model.Policy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whom a policy would hit, before it is switched on. */
@RestController
@RequestMapping("/api/v1/policies/dry-run")
@Tag(name = "policies")
class DryRunController {

    private static final TextBody BODY = new TextBody(PolicyReader.MAX_BYTES, "A policy", "policy");
    private static final String SOURCE = "dry-run";
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private final PolicyReader reader;
    private final PolicyBook book;
    private final DryRun dryRun;
    /** Every product is read, on all processors; publications are judged meanwhile, and must not share them with several such walks. */
    private final Semaphore oneAtATime = new Semaphore(1);

    DryRunController(PolicyReader reader, PolicyBook book, DryRun dryRun) {
        this.reader = reader;
        this.book = book;
        this.dryRun = dryRun;
    }

    @PostMapping(consumes = {"application/yaml", "application/json", "text/plain"})
    @Operation(
            summary = "What would change if the policy came into force",
            description = "Judges the newest version of every product by the document and by the revision that is in"
                    + " force. Nothing is kept or announced.")
    @ApiResponse(responseCode = "200", description = "Who would newly fail and newly pass")
    @ApiResponse(responseCode = "403", description = "The caller may not define this policy")
    @ApiResponse(responseCode = "409", description = "The id belongs to a policy of somebody else")
    @ApiResponse(responseCode = "422", description = "The document is no valid policy; problems lists every reason")
    @ApiResponse(responseCode = "429", description = "Another dry run is under way")
    DryRunReport dryRun(@Parameter(hidden = true) HttpServletRequest request, @Parameter(hidden = true) Caller caller)
            throws IOException {
        String document = BODY.read(request);
        Policy policy = switch (reader.read(document)) {
            case PolicyReading.Accepted(var accepted, var tests) -> accepted;
            case PolicyReading.Refused(var problems) -> throw PolicyProblems.invalid(problems);
        };
        var asked = new PolicyRequest(UUID.randomUUID(), policy.id(), document, SOURCE, caller);
        if (book.foresee(asked) instanceof PolicyDecision.Refused refused
                && !refused.code().equals(PolicyDecision.KEPT_IN_FILE)) {
            throw PolicyProblems.refused(refused);
        }
        if (policy.content() instanceof Content.Access) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "policy.dry-run.access",
                    "The policy judges no products",
                    "It decides who may use them; show what it decides with `tests`, and bring it into force as"
                            + " advisory first: decisions then tell what it would say.",
                    List.of());
        }
        if (!oneAtATime.tryAcquire()) {
            throw new ProblemException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "policy.dry-run.busy",
                    "Another dry run is under way",
                    "One dry run at a time reads the products; ask again in some seconds.",
                    List.of());
        }
        try {
            return dryRun.of(policy, AT_MOST);
        } finally {
            oneAtATime.release();
        }
    }
}
