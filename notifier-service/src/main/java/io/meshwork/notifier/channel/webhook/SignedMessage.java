package io.meshwork.notifier.channel.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One request by Standard Webhooks.
 *
 * @param id the same at every try
 * @param timestamp of this try, in seconds since 1970
 * @param signatures one for each secret, with spaces between
 */
record SignedMessage(String id, long timestamp, String signatures, byte[] body) {

    /** @param secrets that sign, the newest first */
    static SignedMessage of(String id, Instant now, byte[] body, List<String> secrets) {
        long timestamp = now.getEpochSecond();
        var text = new String(body, StandardCharsets.UTF_8);
        var signatures = secrets.stream()
                .map(secret -> signature(secret, id, timestamp, text))
                .collect(Collectors.joining(" "));
        return new SignedMessage(id, timestamp, signatures, body);
    }

    private static String signature(String secret, String id, long timestamp, String body) {
        try {
            return new Webhook(secret).sign(id, timestamp, body);
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("a secret that we made cannot sign", e);
        }
    }
}
