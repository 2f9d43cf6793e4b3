package io.meshwork.quality.score;

/** Score 0..1 of one quality dimension. */
public record DimensionScore(String dimension, double score) {}
