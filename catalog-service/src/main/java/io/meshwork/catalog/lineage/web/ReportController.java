package io.meshwork.catalog.lineage.web;

import io.meshwork.catalog.lineage.EventReader;
import io.meshwork.catalog.lineage.EventReading;
import io.meshwork.catalog.lineage.EventTexts;
import io.meshwork.catalog.lineage.EventTexts.Split;
import io.meshwork.catalog.lineage.LineageReports;
import io.meshwork.catalog.lineage.Refusal;
import io.meshwork.catalog.lineage.web.ReportedEvents.RefusedEvent;
import io.meshwork.messaging.security.Caller;
import io.meshwork.messaging.web.Credentials;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.messaging.web.TextBody;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes events as OpenLineage's HTTP transport sends them. */
@RestController
@Tag(name = "lineage")
class ReportController {

    /** One event or a list of them; each must fit into a record of its own. */
    private static final TextBody BODY =
            new TextBody((int) DataSize.ofMegabytes(8).toBytes(), "A list of events", "lineage");

    private static final Executor THREADS = Thread::startVirtualThread;

    private final LineageReports reports;
    private final ReportTopic topic;

    ReportController(LineageReports reports, ReportTopic topic) {
        this.reports = reports;
        this.topic = topic;
    }

    @PostMapping(path = LineagePaths.LINEAGE, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Report what jobs have read and written",
            description =
                    "An OpenLineage event (RunEvent, JobEvent or DatasetEvent), or a list of at most 1,000. Point OpenLineage's HTTP"
                            + " transport here. Taken means kept by the broker; the graph follows within a second or so.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = "application/json", schema = @Schema(type = "object"))))
    @ApiResponse(responseCode = "201", description = "Taken; of a list, the answer names the elements that were not")
    @ApiResponse(responseCode = "400", description = "Not JSON")
    @ApiResponse(responseCode = "403", description = "The caller belongs to no domain")
    @ApiResponse(responseCode = "413", description = "More than 8 MiB, or an event of more than 512 KiB")
    @ApiResponse(responseCode = "422", description = "Not an OpenLineage event, or a list without any")
    @ApiResponse(responseCode = "503", description = "The broker does not answer; send the same again")
    ResponseEntity<Object> report(@Parameter(hidden = true) HttpServletRequest request, Credentials credentials)
            throws IOException {
        Caller caller = credentials.caller();
        reports.mayReport(caller).ifPresent(refusal -> {
            throw problem(HttpStatus.FORBIDDEN, "Not allowed", refusal);
        });
        String token = credentials.token();
        return switch (EventTexts.split(BODY.read(request))) {
            case Split.One(var event) -> one(event, caller, token);
            case Split.Many(var events) -> many(events, caller, token);
            case Split.Refused(var refusal) -> throw refused(refusal);
        };
    }

    private ResponseEntity<Object> one(String event, Caller caller, @Nullable String token) {
        append(event, caller, token).ifPresent(refusal -> {
            throw refused(refusal);
        });
        return ResponseEntity.status(HttpStatus.CREATED).build();
    }

    /** All at once, as each waits for the broker. */
    private ResponseEntity<Object> many(List<String> events, Caller caller, @Nullable String token) {
        List<CompletableFuture<Optional<Refusal>>> appended = events.stream()
                .map(event -> CompletableFuture.supplyAsync(() -> append(event, caller, token), THREADS))
                .toList();
        List<RefusedEvent> refused = new ArrayList<>();
        for (int i = 0; i < appended.size(); i++) {
            int index = i;
            await(appended.get(i)).ifPresent(refusal -> refused.add(RefusedEvent.of(index, refusal)));
        }
        if (!events.isEmpty() && refused.size() == events.size()) {
            throw noneTaken(refused);
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new ReportedEvents(events.size(), events.size() - refused.size(), refused));
    }

    private static Optional<Refusal> await(CompletableFuture<Optional<Refusal>> appended) {
        try {
            return appended.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException unchecked ? unchecked : failed;
        }
    }

    private Optional<Refusal> append(String text, Caller caller, @Nullable String token) {
        return switch (EventReader.read(text)) {
            case EventReading.Refused(var refusal) -> Optional.of(refusal);
            case EventReading.Understood(var event) -> topic.append(text, event, caller.name(), token);
        };
    }

    private static ProblemException refused(Refusal refusal) {
        return switch (refusal.code()) {
            case "lineage.json" -> problem(HttpStatus.BAD_REQUEST, "Not JSON", refusal);
            case "lineage.too-large" -> problem(HttpStatus.CONTENT_TOO_LARGE, "Event too large", refusal);
            default -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "Not an OpenLineage event", refusal);
        };
    }

    private static ProblemException problem(HttpStatus status, String title, Refusal refusal) {
        return new ProblemException(
                status,
                refusal.code(),
                title,
                refusal.message() + ". " + refusal.advice(),
                List.of(Map.of(
                        "code", refusal.code(),
                        "message", refusal.message(),
                        "advice", refusal.advice(),
                        "pointer", refusal.pointer())));
    }

    private static ProblemException noneTaken(List<RefusedEvent> refused) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "lineage.none-taken",
                "No OpenLineage event",
                "None of the " + refused.size() + " events was taken; the first: "
                        + refused.getFirst().message(),
                refused.stream().map(RefusedEvent::toMap).toList());
    }
}
