package io.meshwork.policy.language;

/**
 * What a part of an expression came to.
 *
 * @param expression the part, in CEL
 * @param value for people, shortened
 */
public record Observation(String expression, String value) {}
