package io.meshwork.notifier.alert;

/**
 * A channel refused a notification for good.
 *
 * @param count of notifications that it refused at once
 * @param example headline of one of them
 */
public record Undelivered(String subscriptionId, String channel, int count, String example, String reason) {}
