package io.meshwork.notifier.feed.atom;

import io.meshwork.messaging.Identity;
import io.meshwork.messaging.boot.MeshSettings;
import io.meshwork.messaging.security.Caller;
import io.meshwork.notifier.feed.log.Entry;
import io.meshwork.notifier.feed.log.Selection;
import io.meshwork.notifier.feed.log.UpdateLog;
import io.meshwork.notifier.feed.log.UpdateLog.Range;
import io.meshwork.notifier.feed.web.Readers;
import io.meshwork.notifier.news.Links;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A feed of a product or domain that nothing was told of is empty: it may be read before the first publication. */
@RestController
@RequestMapping(AtomController.PATH)
@Tag(name = "Updates")
class AtomController {

    static final String PATH = "/api/v1/feeds";
    private static final int ENTRIES = 50;

    private final UpdateLog log;
    private final Readers readers;
    private final Links links;
    private final MeshSettings mesh;
    private final Freshness freshness;

    AtomController(UpdateLog log, Readers readers, Links links, MeshSettings mesh, Freshness freshness) {
        this.log = log;
        this.readers = readers;
        this.links = links;
        this.mesh = mesh;
        this.freshness = freshness;
    }

    @GetMapping("/products/{product}")
    @Operation(summary = "Updates of a product as an Atom feed")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/atom+xml", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", description = "Nothing is new", content = @Content)
    ResponseEntity<byte[]> product(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "Product id, * as wildcard: cart.*") @PathVariable String product,
            @Parameter(description = "As rel=next says") @RequestParam(required = false) @Min(1) @Nullable Long after) {
        return feed(caller, "products/" + product, Selection.ofProduct(product), after, Freshness.forAll());
    }

    @GetMapping("/domains/{domain}")
    @Operation(summary = "Updates of all products of a domain as an Atom feed")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/atom+xml", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", description = "Nothing is new", content = @Content)
    ResponseEntity<byte[]> domain(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String domain,
            @Parameter(description = "As rel=next says") @RequestParam(required = false) @Min(1) @Nullable Long after) {
        return feed(caller, "domains/" + domain, Selection.ofDomain(domain), after, Freshness.forAll());
    }

    @GetMapping("/subscriptions/{subscription}")
    @Operation(summary = "Updates for a subscription as an Atom feed; for its team and ops")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/atom+xml", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", description = "Nothing is new", content = @Content)
    @ApiResponse(responseCode = "403", description = "The subscription is another team's")
    @ApiResponse(responseCode = "404", description = "There is no such subscription")
    ResponseEntity<byte[]> subscription(
            @Parameter(hidden = true) Caller caller,
            @PathVariable String subscription,
            @Parameter(description = "As rel=next says") @RequestParam(required = false) @Min(1) @Nullable Long after) {
        return feed(
                caller,
                "subscriptions/" + subscription,
                Selection.ofSubscription(subscription),
                after,
                Freshness.forOne());
    }

    private ResponseEntity<byte[]> feed(
            Caller caller, String name, Selection selection, @Nullable Long after, CacheControl caching) {
        readers.check(caller, selection);
        var found = log.before(new Range(selection, after == null ? Long.MAX_VALUE : after, null, ENTRIES + 1));
        var shown = found.stream().limit(ENTRIES).toList();
        var next = found.size() > ENTRIES ? at(name, shown.getLast().position()) : null;
        var feed = new AtomFeed(
                Identity.of("feed", mesh.name(), name),
                "Updates of " + name,
                mesh.name(),
                at(name, after),
                next,
                updated(shown),
                shown);
        return freshness.answer(feed.updated(), AtomText.of(feed, links), caching);
    }

    private Instant updated(List<Entry> newestFirst) {
        return newestFirst.isEmpty() ? log.since() : newestFirst.getFirst().toldAt();
    }

    /** Without what else the address of the request may have had. */
    private static URI at(String name, @Nullable Long after) {
        var here = ServletUriComponentsBuilder.fromCurrentContextPath().path(PATH + "/" + name);
        return (after == null ? here : here.queryParam("after", after)).build().toUri();
    }
}
