package io.meshwork.notifier.deadletter.kafka;

import io.meshwork.deadletters.Allowance;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the dead-letter topics one request reads.
 *
 * @param records at most; default 100,000, at least 1
 * @param size of keys and values at most; default 256 MB
 * @param time at most; default 10 s, 1 s to 1 min
 * @param readers requests that read at the same time in one replica; default 4
 * @param answer how long the broker is waited for; default 5 s, at least 1 s
 */
@Validated
@ConfigurationProperties("mesh.dead-letters")
record LetterSettings(
        @Min(1) @DefaultValue("100000") long records,
        @NotNull @DefaultValue("256MB") DataSize size,

        @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 1) @DefaultValue("10s")
        Duration time,

        @Min(1) @Max(100) @DefaultValue("4") int readers,

        @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 1) @DefaultValue("5s")
        Duration answer) {

    Allowance allowance() {
        return new Allowance(records, size.toBytes(), time);
    }

    /** Enough for one letter. */
    Allowance forOne() {
        return new Allowance(1, size.toBytes(), time);
    }
}
