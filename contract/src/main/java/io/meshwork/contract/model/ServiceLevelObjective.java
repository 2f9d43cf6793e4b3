package io.meshwork.contract.model;

import org.jspecify.annotations.Nullable;

/**
 * One promise about the service.
 *
 * @param property freshness, availability, latency, errorRate, throughput, retention, qualityScore, …
 * @param value as written, such as {@code "1 hour"}, {@code "99.9%"} or {@code "0.95"}
 * @param unit unit of the value, null when the value says it
 * @param element dataset or field it is about, null for the whole product
 * @param normalized the value as a number: seconds for durations, a ratio 0..1 for percentages and scores; null when it cannot be read
 */
public record ServiceLevelObjective(
        String property,
        String value,
        @Nullable String unit,
        @Nullable Double normalized,
        @Nullable String element) {}
