package io.meshwork.policy.compliance.web;

import io.meshwork.messaging.web.ProblemException;
import io.meshwork.policy.compliance.ComplianceReports;
import io.meshwork.policy.compliance.ComplianceReports.Grouping;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How well the mesh complies. */
@RestController
@RequestMapping("/api/v1/compliance")
@Tag(name = "compliance")
class ComplianceController {

    private static final String CSV = "text/csv";
    private static final int MOST_DAYS = 366;

    private final ComplianceReports reports;
    private final Clock clock;

    ComplianceController(ComplianceReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "Products by what the policies say of them",
            description = "By policy and category, only products that violate one are counted.")
    ComplianceRepresentation standing(
            @Parameter(description = "domain, policy or category") @RequestParam(defaultValue = "domain") String by,
            @Parameter(description = "A moment of the past, such as 2027-01-31T00:00:00Z; default: now")
                    @RequestParam(required = false)
                    @Nullable
                    Instant at) {
        Instant moment = at == null ? clock.instant() : at;
        return ComplianceRepresentation.of(by, moment, reports.standing(grouping(by), moment));
    }

    @GetMapping(produces = CSV)
    @Operation(hidden = true)
    String table(
            @RequestParam(defaultValue = "domain") String by, @RequestParam(required = false) @Nullable Instant at) {
        return standing(by, at).csv();
    }

    @GetMapping("/history")
    @Operation(summary = "Products by what the policies said of them at the end of each day, in UTC")
    HistoryRepresentation history(
            @Parameter(description = "1 to " + MOST_DAYS) @RequestParam(defaultValue = "30") int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw refused("days", "`days` must be 1 to " + MOST_DAYS + ".");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return HistoryRepresentation.of(reports.history(today.minusDays(days - 1L), today));
    }

    @GetMapping(value = "/history", produces = CSV)
    @Operation(hidden = true)
    String historyTable(@RequestParam(defaultValue = "30") int days) {
        return history(days).csv();
    }

    private static Grouping grouping(String by) {
        return Arrays.stream(Grouping.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(by))
                .findFirst()
                .orElseThrow(() -> refused("by", "`by` must be domain, policy or category."));
    }

    private static ProblemException refused(String parameter, String detail) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "parameter.invalid",
                "Invalid parameter '" + parameter + "'",
                detail,
                List.of());
    }
}
