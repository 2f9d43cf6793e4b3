package io.meshwork.messaging;

/**
 * One piece of leased work.
 *
 * @param attempts how often it was started before, 0 the first time
 */
public record Job(String kind, String key, String payload, int attempts, Cause cause) {}
