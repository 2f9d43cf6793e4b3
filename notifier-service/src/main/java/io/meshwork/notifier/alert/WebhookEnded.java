package io.meshwork.notifier.alert;

/**
 * The mesh sends nothing to an endpoint any more.
 *
 * @param team that owns it
 */
public record WebhookEnded(String endpointId, String team, String reason) {}
