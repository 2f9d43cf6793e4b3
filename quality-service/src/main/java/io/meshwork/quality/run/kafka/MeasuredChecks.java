package io.meshwork.quality.run.kafka;

import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.events.MeasuredCheck;
import io.meshwork.events.ProductRefreshed;
import io.meshwork.messaging.StorableText;
import io.meshwork.quality.run.ToolReport;
import io.meshwork.quality.score.CheckStatus;
import io.meshwork.quality.score.SelfMeasured;
import io.meshwork.quality.score.SelfMeasured.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks of {@code product.refreshed}. */
final class MeasuredChecks {

    /** Names of tools and suites are in an index. */
    private static final int LONGEST = 200;

    private MeasuredChecks() {}

    static Instant measuredAt(ProductRefreshed refreshed) {
        return refreshed.getMeasuredAt() == null ? refreshed.getRefreshedAt() : refreshed.getMeasuredAt();
    }

    /** Those of the producer's own, which count for this refresh only. */
    static List<SelfMeasured> ofNoTool(ProductRefreshed refreshed) {
        return refreshed.getChecks().stream()
                .filter(check -> check.getTool() == null)
                .map(check -> from(check, null))
                .toList();
    }

    /** Those of tools, one report for each tool and suite. */
    static List<ToolReport> ofTools(ProductRefreshed refreshed) {
        Instant measuredAt = measuredAt(refreshed);
        Map<List<String>, List<SelfMeasured>> byTool = new LinkedHashMap<>();
        for (MeasuredCheck check : refreshed.getChecks()) {
            if (check.getTool() != null) {
                String tool = StorableText.of(check.getTool(), LONGEST);
                String suite = check.getSuite() == null ? "" : StorableText.of(check.getSuite(), LONGEST);
                byTool.computeIfAbsent(List.of(tool, suite), names -> new ArrayList<>())
                        .add(from(check, new Origin(tool, suite, measuredAt)));
            }
        }
        return byTool.entrySet().stream()
                .map(entry -> new ToolReport(
                        refreshed.getProductId(),
                        refreshed.getVersion() == null ? "" : refreshed.getVersion(),
                        entry.getKey().getFirst(),
                        entry.getKey().getLast(),
                        measuredAt,
                        entry.getValue()))
                .toList();
    }

    private static SelfMeasured from(MeasuredCheck check, @Nullable Origin origin) {
        return new SelfMeasured(
                check.getName(),
                check.getDimension(),
                check.getMeasured(),
                check.getPassed(),
                status(check.getStatus()),
                "warning".equals(check.getSeverity()) ? Severity.WARNING : Severity.ERROR,
                check.getDataset(),
                check.getColumn(),
                check.getRowsTested(),
                check.getRowsFailed(),
                check.getMessage(),
                origin);
    }

    /** A word that is not known says nothing beyond whether the check passed. */
    private static @Nullable CheckStatus status(@Nullable String word) {
        return switch (word) {
            case "passed" -> CheckStatus.PASSED;
            case "failed" -> CheckStatus.FAILED;
            case "error" -> CheckStatus.ERROR;
            case "not_run" -> CheckStatus.NOT_RUN;
            case null, default -> null;
        };
    }
}
