package io.meshwork.notifier.channel.webhook.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.meshwork.notifier.channel.webhook.endpoint.Endpoint;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Webhook", description = "An endpoint of a team, and how it is doing")
record WebhookRepresentation(
        String id,
        String team,
        String url,
        @Schema(description = "enabled, disabled or gone") String state,

        @Schema(description = "Why it is not enabled") @Nullable
        String reason,

        String createdBy,
        Instant createdAt,
        Instant changedAt,

        @Schema(description = "Until then the former secret signs, too") @Nullable
        Instant formerSecretUntil,

        WebhookHealth health) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WebhookHealth(
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,

            @Schema(description = "Why the last failed request failed") @Nullable
            String lastFailureReason,

            @Schema(description = "Failed requests since the last success")
            int failuresInRow,

            @Nullable Instant failingSince,

            @Schema(description = "When it is tried again") @Nullable
            Instant nextTry,

            @Schema(description = "Notifications that wait") long pending) {}

    static WebhookRepresentation of(Endpoint endpoint, long pending, Instant now) {
        var health = endpoint.health();
        var until = endpoint.secrets().previousUntil();
        return new WebhookRepresentation(
                endpoint.id(),
                endpoint.team(),
                endpoint.url(),
                endpoint.state().word(),
                endpoint.reason(),
                endpoint.createdBy(),
                endpoint.createdAt(),
                endpoint.changedAt(),
                until != null && until.isAfter(now) ? until : null,
                new WebhookHealth(
                        health.lastSuccess(),
                        health.lastFailure(),
                        health.failure(),
                        health.failures(),
                        health.failingSince(),
                        health.notBefore(),
                        pending));
    }
}
