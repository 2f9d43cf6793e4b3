package io.meshwork.notifier.channel.webhook.web;

import io.meshwork.notifier.channel.webhook.endpoint.EndpointForm;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WebhookRequest", description = "An endpoint as it shall be")
record WebhookBody(
        @Schema(
                description = "1 to 63 lower-case letters, digits and hyphens; subscriptions name it as their target",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String id,

        @Schema(description = "Team that owns it", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String team,

        @Schema(description = "Where requests go, https://host/path", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String url) {

    EndpointForm toForm() {
        return new EndpointForm(text(id), text(team), text(url));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
