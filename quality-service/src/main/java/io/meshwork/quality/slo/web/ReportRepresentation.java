package io.meshwork.quality.slo.web;

import io.meshwork.quality.slo.report.Kept;
import io.meshwork.quality.slo.report.SloReports.Time;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Schema(name = "SloReport", description = "How well promises were kept over a time")
record ReportRepresentation(
        @Schema(description = "domain or product") String by,
        Instant from,
        @Schema(description = "Exclusive") Instant until,
        List<Item> items,

        @Schema(description = "Where the list goes on, null at its end") @Nullable
        String next) {

    @Schema(name = "SloReportItem")
    record Item(
            String id,

            @Schema(description = "Objectives that were measured")
            long objectives,

            @Schema(description = "Breaches that began within the time")
            long breaches,

            @Schema(description = "Time during which anything was known, all objectives added up")
            long measuredSeconds,

            @Schema(description = "Thereof without a breach")
            long metSeconds,

            @Schema(description = "Share of the measured time that was met, 0 to 100; null when nothing was measured")
            @Nullable
            Double compliance) {

        static Item of(String id, Kept kept) {
            return new Item(
                    id,
                    kept.objectives(),
                    kept.breaches(),
                    kept.measured().toSeconds(),
                    kept.met().toSeconds(),
                    kept.percentage());
        }

        /** Ids need no quotes. */
        String csv() {
            return String.join(
                    ",",
                    id,
                    Long.toString(objectives),
                    Long.toString(breaches),
                    Long.toString(measuredSeconds),
                    Long.toString(metSeconds),
                    compliance == null ? "" : String.format(Locale.ROOT, "%.4f", compliance));
        }
    }

    static final String HEADER = "objectives,breaches,measuredSeconds,metSeconds,compliance";

    static ReportRepresentation of(String by, Time time, Map<String, Kept> kept, @Nullable String next) {
        return new ReportRepresentation(
                by,
                time.from(),
                time.until(),
                kept.entrySet().stream()
                        .map(entry -> Item.of(entry.getKey(), entry.getValue()))
                        .toList(),
                next);
    }
}
