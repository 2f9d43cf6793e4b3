package io.meshwork.quality.run;

import io.meshwork.quality.score.SelfMeasured;
import java.time.Instant;
import java.util.List;

/**
 * The results of one run of a tool.
 *
 * @param version empty when they are about the latest, whichever that is
 * @param suite empty when the tool has only one
 */
public record ToolReport(
        String productId, String version, String tool, String suite, Instant measuredAt, List<SelfMeasured> checks) {

    public ToolReport {
        checks = List.copyOf(checks);
    }
}
