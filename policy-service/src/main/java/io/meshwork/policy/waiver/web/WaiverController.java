package io.meshwork.policy.waiver.web;

import io.meshwork.messaging.web.Page;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.policy.waiver.WaiverDecision.Code;
import io.meshwork.policy.waiver.WaiverQuery;
import io.meshwork.policy.waiver.jdbc.JdbcWaiverVersions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Waivers to read. */
@RestController
@RequestMapping(WaiverController.PATH)
@Tag(name = "waivers")
class WaiverController {

    static final String PATH = "/api/v1/waivers";

    private final JdbcWaiverVersions waivers;
    private final Clock clock;

    WaiverController(JdbcWaiverVersions waivers, Clock clock) {
        this.waivers = waivers;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The waivers that are not over, by id")
    Page<WaiverRepresentation> list(
            @Parameter(description = "Only of this product or domain, exactly")
                    @RequestParam(required = false)
                    @Nullable
                    String subject,
            @Parameter(description = "Only from this policy") @RequestParam(required = false) @Nullable String policy,
            @Parameter(description = "Those that ended or were withdrawn, too") @RequestParam(defaultValue = "false")
                    boolean all,
            @Parameter(description = "Only waivers after this id") @RequestParam(required = false) @Nullable
                    String after,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        Instant now = clock.instant();
        WaiverQuery query = new WaiverQuery(subject, policy, all ? null : now);
        List<WaiverRepresentation> oneMore = waivers.page(query, after, Page.limit(limit) + 1).stream()
                .map(waiver -> WaiverRepresentation.of(waiver, now))
                .toList();
        return Page.of(
                oneMore,
                limit,
                last -> UriComponentsBuilder.fromPath(PATH)
                        .queryParamIfPresent("subject", Optional.ofNullable(subject))
                        .queryParamIfPresent("policy", Optional.ofNullable(policy))
                        .queryParam("all", all)
                        .queryParam("after", last.id())
                        .queryParam("limit", limit)
                        .encode()
                        .toUriString());
    }

    @GetMapping("/{id}")
    @Operation(summary = "The newest revision of a waiver, and how it stands now")
    @ApiResponse(responseCode = "404", description = "There is no such waiver")
    WaiverRepresentation waiver(@PathVariable String id) {
        return waivers.find(id)
                .map(waiver -> WaiverRepresentation.of(waiver, clock.instant()))
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        Code.UNKNOWN.text(),
                        "No such waiver",
                        "There is no waiver '" + id + "'; " + PATH + "?all=true lists those there are.",
                        List.of()));
    }
}
