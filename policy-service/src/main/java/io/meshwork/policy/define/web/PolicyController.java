package io.meshwork.policy.define.web;

import io.meshwork.messaging.web.Page;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.policy.define.PolicyVersion;
import io.meshwork.policy.define.files.FolderProblems;
import io.meshwork.policy.define.jdbc.JdbcPolicyVersions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Policies to read. */
@RestController
@RequestMapping(PolicyController.PATH)
@Tag(name = "policies")
class PolicyController {

    static final String PATH = "/api/v1/policies";

    private final JdbcPolicyVersions policies;
    private final FolderProblems problems;
    private final Clock clock;

    PolicyController(JdbcPolicyVersions policies, FolderProblems problems, Clock clock) {
        this.clock = clock;
        this.policies = policies;
        this.problems = problems;
    }

    @GetMapping
    @Operation(summary = "The policies in force, by id")
    Page<PolicyRepresentation> list(
            @Parameter(description = "Only policies after this id") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        List<PolicyRepresentation> oneMore = policies.page(after, Page.limit(limit) + 1).stream()
                .map(version -> PolicyRepresentation.withoutDocument(version, clock.instant()))
                .toList();
        return Page.of(
                oneMore,
                limit,
                last -> UriComponentsBuilder.fromPath(PATH)
                        .queryParam("after", last.id())
                        .queryParam("limit", limit)
                        .encode()
                        .toUriString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "The newest revision of a policy, with its document")
    ResponseEntity<PolicyRepresentation> policy(@PathVariable String id) {
        PolicyVersion version = policies.find(id)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "policy.unknown",
                        "No such policy",
                        "There is no policy '" + id + "'; " + PATH + " lists those in force.",
                        List.of()));
        return ResponseEntity.ok()
                .eTag("\"" + version.revision() + "\"")
                .body(PolicyRepresentation.withDocument(version, clock.instant()));
    }

    @GetMapping("/problems")
    @Operation(summary = "What keeps the policy folder from coming into force; empty when it is in force")
    Page<Finding> problems() {
        return new Page<>(problems.current().stream().map(Finding::of).toList(), null);
    }
}
