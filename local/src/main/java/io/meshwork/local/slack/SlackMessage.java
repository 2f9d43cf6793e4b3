package io.meshwork.local.slack;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A message a webhook accepted.
 *
 * @param channel the webhook's path, as in {@code /services/local/ops}: a webhook posts to one channel
 * @param payload what was posted
 */
public record SlackMessage(Instant receivedAt, String channel, JsonNode payload) {

    /** The fallback text, empty when the message has blocks only. */
    public String text() {
        return payload.path("text").asString("");
    }
}
