package io.meshwork.quality.run.web;

import io.meshwork.messaging.web.ProblemException;
import io.meshwork.quality.results.ResultsFault;
import io.meshwork.quality.results.Tool;
import io.meshwork.quality.results.ToolResults;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Checks the form of a report; what is wrong with it is a problem. */
final class ReportForm {

    /** How far the clock of a tool may be ahead, as of whoever writes the topic. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final int LONGEST = 200;

    private final Duration counted;
    private final Clock clock;

    /** @param counted how old results may be, to count at all */
    ReportForm(Duration counted, Clock clock) {
        this.counted = counted;
        this.clock = clock;
    }

    /** @return the domain of the product */
    static String domain(String productId) {
        int dot = productId.indexOf('.');
        if (dot < 1 || dot == productId.length() - 1 || productId.length() > LONGEST) {
            throw problem(
                    "results.product", "No product", "'" + productId + "' is no id of a product; it is domain.name.");
        }
        return productId.substring(0, dot);
    }

    static void checkLength(String parameter, @Nullable String value) {
        if (value != null && (value.isBlank() || value.length() > LONGEST)) {
            throw problem(
                    "results." + parameter,
                    "Parameter not usable",
                    parameter + " has 1 to " + LONGEST + " characters; leave it out when there is none.");
        }
    }

    /**
     * @param tool null to find out
     * @param suite null for what the document says
     * @param measuredAt null for what the document says
     */
    ToolResults read(String document, @Nullable String tool, @Nullable String suite, @Nullable Instant measuredAt) {
        return switch (ToolResults.read(document, tool == null ? null : tool(tool))) {
            case ToolResults.Reading.Understood(var results) -> {
                ToolResults timed = results.inSuite(suite).at(measuredAt);
                checkAge(timed.measuredAt());
                yield timed;
            }
            case ToolResults.Reading.Refused(var fault) -> throw refused(fault);
        };
    }

    private static Tool tool(String word) {
        return Tool.of(word)
                .orElseThrow(() -> problem(
                        "results.unknown-tool",
                        "Tool not known",
                        "'" + word + "' is not known; there is " + Tool.words() + "."));
    }

    private void checkAge(@Nullable Instant measuredAt) {
        if (measuredAt == null) {
            throw problem(
                    "results.no-time",
                    "No time",
                    "The document does not say when its checks were run; add ?measuredAt=2026-01-31T12:00:00Z.");
        }
        if (measuredAt.isBefore(clock.instant().minus(counted))) {
            throw problem(
                    "results.too-old",
                    "Too old",
                    "The checks were run at " + measuredAt + ", and results count for " + counted.toHours()
                            + " hours (mesh.quality.results-count); run them again.");
        }
        checkNotAhead("measuredAt", measuredAt);
    }

    void checkNotAhead(String parameter, @Nullable Instant time) {
        if (time != null && time.isAfter(clock.instant().plus(AHEAD))) {
            throw problem(
                    "results.future",
                    "Yet to come",
                    parameter + " is " + time + ", which is yet to come; check the clock of where the checks are run.");
        }
    }

    private static ProblemException refused(ResultsFault fault) {
        HttpStatus status = switch (fault.code()) {
            case "results.json" -> HttpStatus.BAD_REQUEST;
            case "results.too-large" -> HttpStatus.CONTENT_TOO_LARGE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return new ProblemException(
                status,
                fault.code(),
                "Results not understood",
                fault.message() + ". " + fault.advice(),
                List.of(Map.of(
                        "code", fault.code(),
                        "message", fault.message(),
                        "advice", fault.advice(),
                        "pointer", fault.pointer())));
    }

    private static ProblemException problem(String code, String title, String detail) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, code, title, detail, List.of());
    }
}
