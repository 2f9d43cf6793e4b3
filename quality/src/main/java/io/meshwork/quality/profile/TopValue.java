package io.meshwork.quality.profile;

/** @param share of the sampled values that are not null, 0..1 */
public record TopValue(String value, double share) {}
