package io.meshwork.notifier.platform.kafka;

import io.meshwork.notifier.platform.WatchRules;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the mesh watches itself.
 *
 * @param interval between two looks, by whichever replica, and of each at the database; default 30 s, at least 1 s
 * @param stuckAfter ops hear of a consumer that for so long reads nothing though something waits; default 5 min
 * @param laggingAbove ops hear of a consumer for which more records than this wait; default 10,000
 * @param laggingAfter for so long; default 10 min
 * @param unreachableAfter ops hear of a broker, a registry or a database that for so long does not answer; default 1 min
 */
@Validated
@ConfigurationProperties("mesh.platform")
record PlatformSettings(
        @NotNull @DurationMin(seconds = 1) @DefaultValue("30s")
        Duration interval,

        @NotNull @DefaultValue("5m") Duration stuckAfter,
        @Min(1) @DefaultValue("10000") long laggingAbove,
        @NotNull @DefaultValue("10m") Duration laggingAfter,
        @NotNull @DefaultValue("1m") Duration unreachableAfter) {

    WatchRules rules() {
        return new WatchRules(stuckAfter, laggingAbove, laggingAfter, unreachableAfter);
    }
}
