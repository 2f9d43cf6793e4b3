package io.meshwork.catalog.domain.web;

import io.meshwork.catalog.domain.Domain;
import io.meshwork.catalog.domain.DomainDecision.Code;
import io.meshwork.catalog.domain.DomainDecision.Refused;
import io.meshwork.catalog.domain.DomainRequest;
import io.meshwork.catalog.domain.DomainStore;
import io.meshwork.catalog.domain.Domains;
import io.meshwork.catalog.problem.Finding;
import io.meshwork.contract.domain.DomainDescriptor;
import io.meshwork.contract.domain.DomainReader;
import io.meshwork.messaging.web.Credentials;
import io.meshwork.messaging.web.OutcomeWait;
import io.meshwork.messaging.web.Page;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.messaging.web.RevisionTag;
import io.meshwork.messaging.web.TextBody;
import io.meshwork.messaging.web.Waiting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Domains to read; what is asked of them goes through the log. */
@RestController
@RequestMapping(DomainController.PATH)
@Tag(name = "domains")
class DomainController {

    static final String PATH = "/api/v1/domains";

    private static final TextBody BODY = new TextBody(DomainReader.MAX_BYTES, "A description", "domain");

    private final Domains domains;
    private final DomainStore store;
    private final DomainTopic topic;

    DomainController(Domains domains, DomainStore store, DomainTopic topic) {
        this.domains = domains;
        this.store = store;
        this.topic = topic;
    }

    @GetMapping
    @Operation(summary = "The domains by name")
    Page<DomainRepresentation> list(
            @Parameter(description = "Only domains after this name") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        List<DomainRepresentation> oneMore = store.list(after, Page.limit(limit) + 1).stream()
                .map(DomainRepresentation::of)
                .toList();
        return Page.of(
                oneMore,
                limit,
                last -> UriComponentsBuilder.fromPath(PATH)
                        .queryParam("after", last.name())
                        .queryParam("limit", limit)
                        .encode()
                        .toUriString());
    }

    @GetMapping("/{name}")
    @Operation(summary = "A domain")
    @ApiResponse(responseCode = "404", description = "There is no such domain")
    ResponseEntity<DomainRepresentation> domain(@PathVariable String name) {
        return store.find(name)
                .filter(domain -> !domain.withdrawn())
                .map(domain -> answer(HttpStatus.OK, domain))
                .orElseThrow(() -> unknown(name));
    }

    @PutMapping(
            path = "/{name}",
            consumes = {"application/yaml", "application/json"})
    @Operation(
            summary = "Describe a domain",
            description =
                    "The body is its description (kind: Domain), YAML or JSON. Waits a few seconds for the decision.")
    @ApiResponse(responseCode = "201", description = "The domain is new", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "The domain is like this, now or already")
    @ApiResponse(responseCode = "202", description = "Taken, but not decided yet; Location says where to look")
    @ApiResponse(responseCode = "403", description = "The caller may not describe this domain")
    @ApiResponse(responseCode = "412", description = "The domain is not at the revision that If-Match names")
    @ApiResponse(responseCode = "422", description = "The description was not accepted; problems lists every reason")
    @ApiResponse(responseCode = "503", description = "The broker does not answer")
    ResponseEntity<DomainRepresentation> describe(
            @PathVariable String name,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(description = "Only if this is the domain's ETag")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            Credentials credentials,
            OutcomeWait wait)
            throws IOException {
        String document = BODY.read(request);
        Long expected = RevisionTag.fromIfMatch(ifMatch, "domain.if-match", "domain");
        Optional<Domain> before =
                check(new DomainRequest(UUID.randomUUID(), name, document, expected, credentials.caller()));
        DomainDescriptor asked = described(document);
        Optional<Domain> same = before.filter(domain -> domain.is(asked));
        if (same.isPresent()) {
            return answer(HttpStatus.OK, same.get());
        }
        topic.append(name, document, expected, credentials.token());
        boolean isNew = before.filter(domain -> !domain.withdrawn()).isEmpty();
        return await(wait, name, domain -> domain.is(asked) || isOther(expected, domain))
                .map(domain -> {
                    if (!domain.is(asked)) {
                        throw refused(Domains.otherRevision(expected, domain));
                    }
                    return answer(isNew ? HttpStatus.CREATED : HttpStatus.OK, domain);
                })
                .orElseGet(() -> undecided(name));
    }

    @DeleteMapping("/{name}")
    @Operation(summary = "Withdraw a domain that has no products in use")
    @ApiResponse(responseCode = "204", description = "Withdrawn, now or already")
    @ApiResponse(responseCode = "202", description = "Taken, but not decided yet")
    @ApiResponse(responseCode = "403", description = "The caller may not withdraw this domain")
    @ApiResponse(responseCode = "404", description = "There is no such domain")
    @ApiResponse(responseCode = "409", description = "The domain has products that are in use")
    ResponseEntity<DomainRepresentation> withdraw(
            @PathVariable String name,
            @Parameter(description = "Only if this is the domain's ETag")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            Credentials credentials,
            OutcomeWait wait) {
        Long expected = RevisionTag.fromIfMatch(ifMatch, "domain.if-match", "domain");
        if (check(new DomainRequest(UUID.randomUUID(), name, null, expected, credentials.caller()))
                .isEmpty()) {
            throw unknown(name);
        }
        if (isInUse(name)) {
            throw refused(Domains.inUse(name));
        }
        topic.append(name, null, expected, credentials.token());
        Optional<Domain> after =
                await(wait, name, domain -> domain.withdrawn() || isOther(expected, domain) || isInUse(name));
        if (after.filter(Domain::withdrawn).isPresent()) {
            return ResponseEntity.noContent().build();
        }
        if (isInUse(name)) {
            throw refused(Domains.inUse(name));
        }
        if (after.isPresent()) {
            throw refused(Domains.otherRevision(expected, after.get()));
        }
        return undecided(name);
    }

    private boolean isInUse(String name) {
        return !store.inUse(List.of(name)).isEmpty();
    }

    /** Somebody else was faster. */
    private static boolean isOther(@Nullable Long expected, Domain domain) {
        return expected != null && domain.revision() > expected;
    }

    /** What can never be accepted is refused at once, without a record; the rest is looked at again when it is decided. */
    private Optional<Domain> check(DomainRequest request) {
        Refused obstacle = domains.obstacle(request);
        if (obstacle != null) {
            throw refused(obstacle);
        }
        Optional<Domain> before = store.find(request.domain());
        if (!Domains.isAt(request.expectedRevision(), before.orElse(null))) {
            throw refused(Domains.otherRevision(request.expectedRevision(), before.orElse(null)));
        }
        return before;
    }

    private Optional<Domain> await(OutcomeWait wait, String name, Predicate<Domain> isAsAsked) {
        return Waiting.until(wait, () -> store.find(name).filter(isAsAsked));
    }

    private static DomainDescriptor described(String document) {
        return switch (new DomainReader().read(document)) {
            case DomainReader.Result.Accepted(var domain) -> domain;
            case DomainReader.Result.Refused refused -> throw new IllegalStateException("was readable: " + refused);
        };
    }

    private static ResponseEntity<DomainRepresentation> answer(HttpStatus status, Domain domain) {
        return ResponseEntity.status(status)
                .location(URI.create(PATH + "/" + domain.name()))
                .eTag(RevisionTag.of(domain.revision()))
                .body(DomainRepresentation.of(domain));
    }

    private static ResponseEntity<DomainRepresentation> undecided(String name) {
        return ResponseEntity.accepted().location(URI.create(PATH + "/" + name)).build();
    }

    private static ProblemException refused(Refused refused) {
        HttpStatus status = switch (refused.code()) {
            case DENIED -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case IN_USE -> HttpStatus.CONFLICT;
            case REVISION -> HttpStatus.PRECONDITION_FAILED;
            case INVALID, OTHER_NAME -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return problem(
                status, refused.code().text(), "Not accepted", refused.reason(), Finding.toMaps(refused.problems()));
    }

    private static ProblemException unknown(String name) {
        return problem(
                HttpStatus.NOT_FOUND,
                Code.UNKNOWN.text(),
                "No such domain",
                "There is no domain '" + name + "'; " + PATH + " lists those there are.",
                List.of());
    }

    private static ProblemException problem(
            HttpStatus status, String code, String title, String detail, List<Map<String, Object>> problems) {
        return new ProblemException(status, code, title, detail, problems);
    }
}
