package io.meshwork.catalog.template.web;

import io.meshwork.catalog.problem.Finding;
import io.meshwork.catalog.template.TemplateDecision;
import io.meshwork.catalog.template.TemplateDecision.Changed;
import io.meshwork.catalog.template.TemplateDecision.Code;
import io.meshwork.catalog.template.TemplateDecision.Refused;
import io.meshwork.catalog.template.TemplateDecision.Unchanged;
import io.meshwork.catalog.template.TemplateRequest;
import io.meshwork.catalog.template.TemplateStore;
import io.meshwork.catalog.template.TemplateVersion;
import io.meshwork.catalog.template.Templates;
import io.meshwork.contract.template.TemplateReader;
import io.meshwork.messaging.web.Credentials;
import io.meshwork.messaging.web.OutcomeWait;
import io.meshwork.messaging.web.Page;
import io.meshwork.messaging.web.ProblemException;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Templates to read; what is asked of them goes through the log. */
@RestController
@RequestMapping(TemplateController.PATH)
@Tag(name = "templates")
class TemplateController {

    static final String PATH = "/api/v1/templates";

    private static final TextBody BODY = new TextBody(TemplateReader.MAX_BYTES, "A template", "template");

    private final Templates templates;
    private final TemplateStore store;
    private final TemplateTopic topic;

    TemplateController(Templates templates, TemplateStore store, TemplateTopic topic) {
        this.templates = templates;
        this.store = store;
        this.topic = topic;
    }

    @GetMapping
    @Operation(summary = "The templates that teams have registered, by name, each in its newest version")
    Page<TemplateSummary> list(
            @Parameter(description = "Only templates after this name") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        List<TemplateSummary> oneMore = store.offered(after, Page.limit(limit) + 1).values().stream()
                .map(TemplateVersion::offered)
                .map(TemplateSummary::of)
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
    @Operation(summary = "A template in its newest version")
    @ApiResponse(responseCode = "404", description = "There is no such template")
    TemplateRepresentation newest(@PathVariable String name) {
        List<TemplateVersion> offered = offered(name);
        return offered.stream()
                .findFirst()
                .map(newest -> representation(newest, offered))
                .orElseThrow(() -> unknown(name));
    }

    @GetMapping("/{name}/{version}")
    @Operation(summary = "A version of a template")
    @ApiResponse(responseCode = "404", description = "There is no such version")
    TemplateRepresentation version(@PathVariable String name, @PathVariable String version) {
        List<TemplateVersion> offered = offered(name);
        return TemplateVersion.find(offered, version)
                .map(found -> representation(found, offered))
                .orElseThrow(() -> unknown(name + "@" + version));
    }

    @PutMapping(
            path = "/{name}/{version}",
            consumes = {"application/yaml", "application/json"})
    @Operation(
            summary = "Register a version of a template",
            description = "The body is the template (kind: ContractTemplate), YAML or JSON. A version stays as it is."
                    + " Waits a few seconds for the decision.")
    @ApiResponse(responseCode = "201", description = "The version is new", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "The version is registered already, and the same")
    @ApiResponse(responseCode = "202", description = "Taken, but not decided yet; Location says where to look")
    @ApiResponse(responseCode = "403", description = "The caller may not register templates of this domain")
    @ApiResponse(responseCode = "409", description = "The version is registered already and different")
    @ApiResponse(responseCode = "422", description = "The template was not accepted; problems lists every reason")
    @ApiResponse(responseCode = "503", description = "The broker does not answer")
    ResponseEntity<TemplateRepresentation> register(
            @PathVariable String name,
            @PathVariable String version,
            @Parameter(hidden = true) HttpServletRequest request,
            Credentials credentials,
            OutcomeWait wait)
            throws IOException {
        String document = BODY.read(request);
        var asked = new TemplateRequest(UUID.randomUUID(), name, version, document, credentials.caller());
        URI location = location(asked);
        return switch (outcome(asked, credentials.token(), wait)) {
            case Outcome.AsAsked(var template, var already) ->
                ResponseEntity.status(already ? HttpStatus.OK : HttpStatus.CREATED)
                        .location(location)
                        .body(TemplateRepresentation.of(template, offered(name), document));
            case Outcome.Undecided() ->
                ResponseEntity.accepted().location(location).build();
        };
    }

    @DeleteMapping("/{name}/{version}")
    @Operation(
            summary = "Withdraw a version of a template",
            description = "It is offered to nobody any more; contracts that were made from it stay as they are.")
    @ApiResponse(responseCode = "204", description = "Withdrawn, now or already")
    @ApiResponse(responseCode = "202", description = "Taken, but not decided yet")
    @ApiResponse(responseCode = "403", description = "The caller may not withdraw templates of this domain")
    @ApiResponse(responseCode = "404", description = "There is no such version")
    ResponseEntity<Void> withdraw(
            @PathVariable String name, @PathVariable String version, Credentials credentials, OutcomeWait wait) {
        var asked = new TemplateRequest(UUID.randomUUID(), name, version, null, credentials.caller());
        return switch (outcome(asked, credentials.token(), wait)) {
            case Outcome.AsAsked _ -> ResponseEntity.noContent().build();
            case Outcome.Undecided() ->
                ResponseEntity.accepted().location(location(asked)).build();
        };
    }

    private sealed interface Outcome {

        /** @param already before it was asked */
        record AsAsked(TemplateVersion template, boolean already) implements Outcome {}

        record Undecided() implements Outcome {}
    }

    /** A request has been decided as soon as the same request would change nothing, or be refused. */
    private Outcome outcome(TemplateRequest request, @Nullable String token, OutcomeWait wait) {
        Optional<TemplateVersion> already = settled(request);
        if (already.isPresent()) {
            return new Outcome.AsAsked(already.get(), true);
        }
        var seen = new AtomicReference<>(versions(request.template()));
        topic.append(request, token);
        return Waiting.until(wait, () -> {
                    // Nothing is read anew until something has changed.
                    List<TemplateVersion> now = versions(request.template());
                    return seen.getAndSet(now).equals(now) ? Optional.<TemplateVersion>empty() : settled(request);
                })
                .<Outcome>map(template -> new Outcome.AsAsked(template, false))
                .orElseGet(Outcome.Undecided::new);
    }

    private Optional<TemplateVersion> settled(TemplateRequest request) {
        TemplateDecision decision = templates.foresee(request);
        return switch (decision) {
            case Unchanged(var template) -> Optional.of(template);
            case Changed _ -> Optional.empty();
            case Refused refused -> throw refused(refused);
        };
    }

    private List<TemplateVersion> versions(String name) {
        return store.versions(Set.of(name)).getOrDefault(name, List.of());
    }

    private List<TemplateVersion> offered(String name) {
        return TemplateVersion.offered(versions(name));
    }

    private TemplateRepresentation representation(TemplateVersion template, List<TemplateVersion> offered) {
        String document = store.document(template.name(), template.version()).orElseThrow();
        return TemplateRepresentation.of(template, offered, document);
    }

    private static URI location(TemplateRequest request) {
        return URI.create(PATH + "/" + request.template() + "/" + request.version());
    }

    private static ProblemException refused(Refused refused) {
        HttpStatus status = switch (refused.code()) {
            case DENIED -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case EXISTS, OTHER_DOMAIN, RESERVED, TOO_MANY -> HttpStatus.CONFLICT;
            case INVALID, OTHER_NAME, NO_DOMAIN -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return new ProblemException(
                status, refused.code().text(), "Not accepted", refused.reason(), Finding.toMaps(refused.problems()));
    }

    private static ProblemException unknown(String reference) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                Code.UNKNOWN.text(),
                "No such template",
                "There is no template '" + reference + "'; " + PATH + " lists those there are.",
                List.of());
    }
}
