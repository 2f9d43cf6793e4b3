package io.meshwork.quality.slo.kafka;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How service level objectives are watched.
 *
 * @param poll how often is looked for what is due; a status is told so much later at most. Default 1 s, at least 10 ms
 * @param late windows that ended longer ago are not counted. Default 6 h, at most 12 h
 * @param history how long periods of status are kept for reports. Default 400 days, at least 32
 */
@Validated
@ConfigurationProperties("mesh.quality.slo")
record SloSettings(
        @NotNull @DurationMin(millis = 10) @DefaultValue("1s")
        Duration poll,

        @NotNull @DurationMin(minutes = 1) @DurationMax(hours = 12) @DefaultValue("6h")
        Duration late,

        @NotNull @DurationMin(days = 32) @DefaultValue("400d")
        Duration history) {}
