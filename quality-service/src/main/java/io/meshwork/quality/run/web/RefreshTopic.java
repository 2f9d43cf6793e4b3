package io.meshwork.quality.run.web;

import io.meshwork.contract.model.QualityCheck.Severity;
import io.meshwork.events.MeasuredCheck;
import io.meshwork.events.ProductRefreshed;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.RequestTopic;
import io.meshwork.quality.results.ToolResults;
import io.meshwork.quality.score.SelfMeasured;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of results as a producer would that writes {@code product.refreshed} itself. */
@Component
class RefreshTopic {

    private static final String TOPIC = "product.refreshed";

    private final RequestTopic requests;

    RefreshTopic(RequestTopic requests) {
        this.requests = requests;
    }

    /**
     * @param version null for the latest
     * @param measuredAt when the checks were run
     * @param refreshedAt when new data landed, null when none has
     */
    record Report(
            String productId,
            @Nullable String version,
            Instant measuredAt,
            @Nullable Instant refreshedAt,
            List<SelfMeasured> checks) {

        /** @param results of which it is known when the checks were run */
        static Report of(
                String productId, @Nullable String version, ToolResults results, @Nullable Instant refreshedAt) {
            return new Report(
                    productId,
                    version,
                    Objects.requireNonNull(results.measuredAt()).truncatedTo(ChronoUnit.MICROS),
                    refreshedAt == null ? null : refreshedAt.truncatedTo(ChronoUnit.MICROS),
                    results.checks());
        }
    }

    /** The same report of the same caller is the same record, so a client may send it again when it got no answer. */
    void append(Report report, String caller) {
        ProductRefreshed refreshed = toRecord(report);
        requests.append(
                TOPIC, report.productId(), Identity.of(TOPIC, caller, refreshed.toString()), refreshed, Map.of());
    }

    private static ProductRefreshed toRecord(Report report) {
        Instant landed = report.refreshedAt();
        return ProductRefreshed.newBuilder()
                .setProductId(report.productId())
                .setVersion(report.version())
                .setRefreshedAt(landed == null ? report.measuredAt() : landed)
                .setNewData(landed != null)
                .setMeasuredAt(report.measuredAt())
                .setChecks(report.checks().stream().map(RefreshTopic::toRecord).toList())
                .build();
    }

    private static MeasuredCheck toRecord(SelfMeasured check) {
        var origin = check.origin();
        return MeasuredCheck.newBuilder()
                .setName(check.name())
                .setDimension(check.dimension())
                .setMeasured(check.measured() == null ? Double.NaN : check.measured())
                .setPassed(check.passed())
                .setStatus(check.outcome().name().toLowerCase(Locale.ROOT))
                .setSeverity(check.severity() == Severity.WARNING ? "warning" : "error")
                .setTool(origin == null ? null : origin.tool())
                .setSuite(origin == null ? null : filled(origin.suite()))
                .setDataset(filled(check.dataset()))
                .setColumn(filled(check.column()))
                .setRowsTested(check.rowsTested())
                .setRowsFailed(check.rowsFailed())
                .setMessage(check.message())
                .build();
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
