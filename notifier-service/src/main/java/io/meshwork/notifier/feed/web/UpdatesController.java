package io.meshwork.notifier.feed.web;

import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.Page;
import io.meshwork.notifier.feed.log.Entry;
import io.meshwork.notifier.feed.log.Selection;
import io.meshwork.notifier.feed.log.UpdateLog;
import io.meshwork.notifier.feed.log.UpdateLog.Range;
import io.meshwork.notifier.news.Links;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@Tag(name = "Updates")
class UpdatesController {

    private static final String PATH = "/api/v1/updates";

    private final UpdateLog log;
    private final Readers readers;
    private final Links links;

    UpdatesController(UpdateLog log, Readers readers, Links links) {
        this.log = log;
        this.readers = readers;
        this.links = links;
    }

    @GetMapping(PATH)
    @Operation(summary = "What consumers were told, newest first")
    @ApiResponse(responseCode = "200", description = "Those that are all the filters name")
    @ApiResponse(responseCode = "403", description = "The subscription is another team's")
    @ApiResponse(responseCode = "404", description = "There is no such subscription")
    UpdatePage list(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "Product id, * as wildcard: cart.*") @RequestParam(required = false) @Nullable
                    String product,
            @RequestParam(required = false) @Nullable String domain,
            @Parameter(description = "Id of a subscription on the feed; for its team and ops")
                    @RequestParam(required = false)
                    @Nullable
                    String subscription,
            @Parameter(description = "Told at this time or later") @RequestParam(required = false) @Nullable
                    Instant since,
            @Parameter(description = "As next of the page before says")
                    @RequestParam(required = false)
                    @Min(1)
                    @Nullable
                    Long after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MOST) int limit) {
        var selection = new Selection(product, domain, subscription);
        readers.check(caller, selection);
        var newest = log.newest();
        var before = after == null ? newest.position() + 1 : after;
        var found = log.before(new Range(selection, before, since, limit + 1));
        var page = Page.of(found, limit, last -> next(selection, since, last, limit));
        return new UpdatePage(
                page.items().stream()
                        .map(entry -> UpdateView.of(entry, selection, links))
                        .toList(),
                page.next(),
                newest.text());
    }

    private static String next(Selection selection, @Nullable Instant since, Entry last, int limit) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParamIfPresent("product", Optional.ofNullable(selection.product()))
                .queryParamIfPresent("domain", Optional.ofNullable(selection.domain()))
                .queryParamIfPresent("subscription", Optional.ofNullable(selection.subscription()))
                .queryParamIfPresent("since", Optional.ofNullable(since))
                .queryParam("after", last.position())
                .queryParam("limit", limit)
                .encode()
                .toUriString();
    }
}
