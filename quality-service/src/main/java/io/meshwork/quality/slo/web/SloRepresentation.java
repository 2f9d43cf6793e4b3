package io.meshwork.quality.slo.web;

import io.meshwork.quality.slo.Slo;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Schema(name = "Slo", description = "A promise of a product and how it stands, as it was last judged")
record SloRepresentation(
        String productId,
        String version,
        @Schema(description = "As the contract names it") String objective,

        @Schema(description = "no_data, ok, at_risk or breached")
        String status,

        Instant since,
        double target,

        @Schema(description = "seconds, ratio or per second")
        String unit,

        @Schema(description = "In the unit of the target; null when nothing arrived in time") @Nullable
        Double measured,

        @Schema(description = "Breached from then on unless new data arrives") @Nullable
        Instant deadline) {

    static SloRepresentation of(Slo slo) {
        return new SloRepresentation(
                slo.productId(),
                slo.version(),
                slo.objective().name(),
                slo.standing().level().word(),
                slo.standing().since(),
                slo.objective().target(),
                slo.objective().kind().unit(),
                slo.standing().measured(),
                slo.standing().deadline());
    }
}
