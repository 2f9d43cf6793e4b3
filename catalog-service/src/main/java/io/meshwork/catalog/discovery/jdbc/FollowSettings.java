package io.meshwork.catalog.discovery.jdbc;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How closely the search index follows the tables.
 *
 * @param interval how often the tables are asked for changes; a change is found about this much later, up to 2
 *     s later while very much changes. Default 250 ms
 * @param commit how often the index is written to disk at most; what came since is read again after a crash. Default 10 s
 */
@Validated
@ConfigurationProperties("mesh.catalog.search")
record FollowSettings(
        @DefaultValue("250ms") Duration interval,
        @DefaultValue("10s") Duration commit) {}
