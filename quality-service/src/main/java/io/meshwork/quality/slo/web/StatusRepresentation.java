package io.meshwork.quality.slo.web;

import io.meshwork.quality.slo.BurnRate;
import io.meshwork.quality.slo.Facts;
import io.meshwork.quality.slo.Slo;
import io.meshwork.quality.slo.sample.Counts;
import io.meshwork.quality.slo.sample.Span;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Schema(name = "SloStatus", description = "The promises of a product, and what was measured")
record StatusRepresentation(
        String productId,
        @Schema(description = "Whose promises they are") String version,
        List<Item> objectives) {

    @Schema(name = "SloStatusItem")
    record Item(
            SloRepresentation slo,

            @Schema(description = "Of objectives that producers report on, once they have") @Nullable
            Budget errorBudget) {}

    /**
     * @param countedTo end of the newest five minutes that were reported on
     * @param allowed share of events that may be bad
     * @param left share of the budget of 30 days that is left; negative when it is overspent
     */
    @Schema(name = "ErrorBudget")
    record Budget(Instant countedTo, double allowed, double left, List<Burn> burnRates) {}

    /** @param rate 1 uses up the budget of 30 days in 30 days */
    @Schema(name = "BurnRate")
    record Burn(String window, double rate, long good, long total) {}

    /** @param slos at least one */
    static StatusRepresentation of(List<Slo> slos, Map<Slo, Facts> facts) {
        return new StatusRepresentation(
                slos.getFirst().productId(),
                slos.getFirst().version(),
                slos.stream()
                        .map(slo -> new Item(SloRepresentation.of(slo), budget(slo, facts.get(slo))))
                        .toList());
    }

    private static @Nullable Budget budget(Slo slo, @Nullable Facts facts) {
        return facts instanceof Facts.Reported(Counts counts, Double value)
                ? new Budget(
                        counts.newest().plus(Span.Bucket.SLOT.width()),
                        slo.objective().budget(),
                        BurnRate.budgetLeft(slo.objective(), counts),
                        Stream.of(Span.values())
                                .map(span -> burn(slo, counts, span))
                                .toList())
                : null;
    }

    private static Burn burn(Slo slo, Counts counts, Span span) {
        return new Burn(
                span.label(),
                BurnRate.of(slo.objective(), counts.of(span)),
                counts.of(span).good(),
                counts.of(span).total());
    }
}
