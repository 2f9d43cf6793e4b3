package io.meshwork.catalog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What lineage remembers and believes.
 *
 * @param keepRuns how long after its last event a run can still bring inputs to its outputs; at least an hour. Default 30 days
 * @param keepFlows how long a flow of data is shown after it was last heard of; at least a day. Default 400 days, so that a yearly
 *     job stays
 * @param trustTopic whether records without a token are believed, because the broker lets only those write who may. Default no
 */
@Validated
@ConfigurationProperties("mesh.lineage")
record LineageSettings(
        @DefaultValue("30d") Duration keepRuns,
        @DefaultValue("400d") Duration keepFlows,
        @DefaultValue("false") boolean trustTopic) {

    LineageSettings {
        require(keepRuns.compareTo(Duration.ofHours(1)) >= 0, "mesh.lineage.keep-runs must be at least 1h");
        require(keepFlows.compareTo(Duration.ofDays(1)) >= 0, "mesh.lineage.keep-flows must be at least 1d");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
