package io.meshwork.local.slack;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A message a webhook accepted.
 *
 * @param channel where the webhook posts to: the last part of its path, as in {@code /services/local/ops}
 * @param text the notification text, empty when the message has blocks only
 * @param payload what was posted
 */
public record SlackMessage(Instant receivedAt, String channel, String text, JsonNode payload) {

    static SlackMessage from(JsonNode payload, String path, Instant receivedAt) {
        String channel = path.substring(path.lastIndexOf('/') + 1);
        return new SlackMessage(receivedAt, channel, payload.path("text").asString(""), payload);
    }
}
