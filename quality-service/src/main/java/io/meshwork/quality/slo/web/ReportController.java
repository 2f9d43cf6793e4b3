package io.meshwork.quality.slo.web;

import io.meshwork.messaging.web.Page;
import io.meshwork.messaging.web.ProblemException;
import io.meshwork.quality.slo.report.Kept;
import io.meshwork.quality.slo.report.SloReports;
import io.meshwork.quality.slo.report.SloReports.Time;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** How well promises were kept. */
@RestController
@RequestMapping(ReportController.PATH)
@Tag(name = "service level objectives")
class ReportController {

    static final String PATH = SloController.PATH + "/compliance";

    private static final String CSV = "text/csv";
    private static final Duration USUAL = Duration.ofDays(30);
    private static final int ROWS = 1_000;

    private final SloReports reports;
    private final Clock clock;

    ReportController(SloReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "Share of the time during which promises were kept, by domain or product",
            description = "Only time during which anything was known of a promise counts.")
    ReportRepresentation report(
            @Parameter(description = "domain or product") @RequestParam(defaultValue = "domain") String by,
            @Parameter(description = "By product: only of this domain") @RequestParam(required = false) @Nullable
                    String domain,
            @Parameter(description = "Such as 2027-01-01T00:00:00Z; default: 30 days before the end")
                    @RequestParam(required = false)
                    @Nullable
                    Instant from,
            @Parameter(description = "Exclusive; default: now") @RequestParam(required = false) @Nullable Instant until,
            @Parameter(description = "By product: only products after this id")
                    @RequestParam(required = false)
                    @Nullable
                    String after,
            @Parameter(description = "By product: 1 to 200") @RequestParam(defaultValue = "50") int limit) {
        Time time = time(from, until);
        if (isByDomain(by)) {
            return ReportRepresentation.of(by, time, reports.byDomain(time), null);
        }
        SortedMap<String, Kept> oneMore = reports.byProduct(time, domain, after, Page.limit(limit) + 1);
        if (oneMore.size() <= limit) {
            return ReportRepresentation.of(by, time, oneMore, null);
        }
        Map<String, Kept> kept = oneMore.headMap(oneMore.lastKey());
        String last = oneMore.headMap(oneMore.lastKey()).lastKey();
        return ReportRepresentation.of(
                by,
                time,
                kept,
                UriComponentsBuilder.fromPath(PATH)
                        .queryParam("by", by)
                        .queryParamIfPresent("domain", Optional.ofNullable(domain))
                        .queryParam("from", time.from())
                        .queryParam("until", time.until())
                        .queryParam("after", last)
                        .queryParam("limit", limit)
                        .encode()
                        .toUriString());
    }

    @GetMapping(produces = CSV)
    @Operation(hidden = true)
    String table(
            @RequestParam(defaultValue = "domain") String by,
            @RequestParam(required = false) @Nullable String domain,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until) {
        Time time = time(from, until);
        StringBuilder csv = new StringBuilder(by + "," + ReportRepresentation.HEADER + "\n");
        SortedMap<String, Kept> page =
                isByDomain(by) ? reports.byDomain(time) : reports.byProduct(time, domain, null, ROWS);
        append(csv, page);
        while (!isByDomain(by) && page.size() == ROWS) {
            page = reports.byProduct(time, domain, page.lastKey(), ROWS);
            append(csv, page);
        }
        return csv.toString();
    }

    private static void append(StringBuilder csv, Map<String, Kept> page) {
        page.forEach((id, kept) ->
                csv.append(ReportRepresentation.Item.of(id, kept).csv()).append('\n'));
    }

    /** What is to come was not kept yet. */
    private Time time(@Nullable Instant from, @Nullable Instant until) {
        Instant now = clock.instant();
        Instant end = until == null || until.isAfter(now) ? now : until;
        Instant start = from == null ? end.minus(USUAL) : from;
        if (!start.isBefore(end) || start.isBefore(Instant.EPOCH)) {
            throw refused("from", "from must be before until and before now, and after 1970, not " + start + ".");
        }
        return new Time(start, end);
    }

    private static boolean isByDomain(String by) {
        return switch (by) {
            case "domain" -> true;
            case "product" -> false;
            default -> throw refused("by", "by must be domain or product.");
        };
    }

    private static ProblemException refused(String parameter, String detail) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "parameter." + parameter, "Parameter not understood", detail, List.of());
    }
}
