package io.meshwork.quality.slo.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What Prometheus gets to see of single products.
 *
 * @param products how many have gauges of their own, the first by id; each is some six series. Default 500, 0 for none, at most
 *     20,000
 * @param every how often they are measured. Default 15 s, at least 1 s
 */
@Validated
@ConfigurationProperties("mesh.quality.slo.gauges")
record GaugeSettings(
        @Min(0) @Max(20_000) @DefaultValue("500") int products,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("15s")
        Duration every) {}
