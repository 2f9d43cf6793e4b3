package io.meshwork.notifier.feed.stream.sse;

import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.notifier.feed.log.Place;
import io.meshwork.notifier.feed.log.Selection;
import io.meshwork.notifier.feed.web.Readers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A stream is a request whose virtual thread waits and writes until it ends; one that blocks in a write holds up nobody else. */
@RestController
@Tag(name = "Updates")
class StreamController {

    static final String PATH = "/api/v1/updates/stream";
    private static final String RETRY_SECONDS = "5";

    private final Readers readers;
    private final OpenStreams streams;

    StreamController(Readers readers, OpenStreams streams) {
        this.readers = readers;
        this.streams = streams;
    }

    @GetMapping(PATH)
    @Operation(summary = "Updates as they come, as server-sent events (text/event-stream)")
    @ApiResponse(
            responseCode = "200",
            description = "Begins with what comes next, or behind the last event id",
            content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "403", description = "The subscription is another team's")
    @ApiResponse(responseCode = "404", description = "There is no such subscription")
    @ApiResponse(responseCode = "503", description = "As many streams are open as this replica takes, or it stops")
    void stream(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "Product id, * as wildcard: cart.*") @RequestParam(required = false) @Nullable
                    String product,
            @RequestParam(required = false) @Nullable String domain,
            @Parameter(description = "Id of a subscription on the feed; for its team and ops")
                    @RequestParam(required = false)
                    @Nullable
                    String subscription,
            @Parameter(description = "Id of the last event that was read")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String lastRead,
            @Parameter(description = "The same, for clients that cannot send the header")
                    @RequestParam(required = false)
                    @Nullable
                    String lastEventId,
            HttpMethod method,
            HttpServletResponse response)
            throws InterruptedException {
        var selection = new Selection(product, domain, subscription);
        readers.check(caller, selection);
        if (method.equals(HttpMethod.HEAD)) {
            return; // nothing would ever be written that told us when the client has gone
        }
        var from = place(lastRead == null || lastRead.isBlank() ? lastEventId : lastRead);
        if (!streams.run(selection, from, response)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            throw new ProblemException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "too-many-streams",
                    "No stream is free",
                    "this replica takes no more streams; try again in a few seconds, or read /api/v1/updates",
                    List.of());
        }
    }

    private static @Nullable Place place(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : Place.read(text.strip())
                        .orElseThrow(() -> new ProblemException(
                                HttpStatus.BAD_REQUEST,
                                "last-event-id",
                                "Last event id not understood",
                                "the last event id must be an id as a stream gave it; without one the stream begins with what"
                                        + " comes next",
                                List.of()));
    }
}
