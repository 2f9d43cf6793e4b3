package io.meshwork.catalog.product.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.meshwork.catalog.product.HistoryEntry;
import io.meshwork.catalog.product.Reason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a product stood after one change of its state.
 *
 * @param happened published, judged, deprecated, acknowledged or retired
 * @param version the latest one then
 * @param detail the changes that a version made, or the life that a version came to
 */
record HistoryRepresentation(
        long revision,
        Instant at,
        String happened,
        String version,
        String lifecycle,
        String state,
        String compliance,
        String quality,
        @Nullable Double qualityScore,
        List<Reason> reasons,
        @JsonRawValue @Schema(type = "object") @Nullable String detail) {

    static HistoryRepresentation of(HistoryEntry entry) {
        return new HistoryRepresentation(
                entry.revision(),
                entry.at(),
                entry.happened(),
                entry.version(),
                entry.lifecycle(),
                entry.listing().state().text(),
                entry.listing().compliance().text(),
                entry.listing().quality().text(),
                entry.listing().qualityScore(),
                entry.listing().reasons(),
                entry.detail());
    }
}
