package io.meshwork.notifier.channel.slack;

import io.meshwork.notifier.news.Severity;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the Slack channel. Webhook addresses are secrets: they are bound as text, so that no failure to read one prints it.
 *
 * @param webhookUrl incoming webhook of subscriptions without a target; empty: such notifications are recorded, not sent
 * @param webhooks further incoming webhooks by the target that subscriptions name
 * @param botToken of a bot that may write to the channels ({@code chat:write}); empty: no bot. With a bot an incident is one message
 *     that is changed, with its story in the thread
 * @param channel id of the bot's channel for subscriptions without a target, instead of the webhook
 * @param channels further channels of the bot by the target that subscriptions name
 * @param api where Slack's Web API is; default {@code https://slack.com/api/}
 * @param mentions who is called when an incident of a severity begins or gets worse: {@code here}, {@code channel}, or ids of users
 *     (U…, W…) and user groups (S…)
 * @param interval between two messages to one channel, whichever replica sends them; default 1 s, Slack's limit
 * @param digestAbove when more than so many notifications wait for a channel they become one message; default 5
 * @param digestMaximum notifications that one digest takes; default 5,000, at most 20,000
 * @param connectTimeout for reaching Slack; default 3 s
 * @param requestTimeout for Slack's answer; default 10 s
 * @param retryAttempts tries in a row before a message is put back to be sent later; default 2
 * @param retryLater longest wait before a message that was put back is tried again; it grows up to here; default 1 min
 * @param parallelism channels that one replica sends to at the same time; default 16
 * @param circuitOpen how long a channel is left alone after half of its last ten calls failed; default 30 s
 */
@Validated
@ConfigurationProperties("mesh.slack")
record SlackSettings(
        @Nullable String webhookUrl,
        @DefaultValue Map<String, String> webhooks,
        @Nullable String botToken,
        @Nullable String channel,
        @DefaultValue Map<String, String> channels,
        @NotNull @DefaultValue("https://slack.com/api/") URI api,
        @DefaultValue Map<Severity, List<@Pattern(regexp = "here|channel|[UWS][A-Z0-9]{1,30}") String>> mentions,
        @NotNull @DefaultValue("1s") Duration interval,
        @Min(1) @DefaultValue("5") int digestAbove,
        @Min(1) @Max(20_000) @DefaultValue("5000") int digestMaximum,
        @NotNull @DefaultValue("3s") Duration connectTimeout,
        @NotNull @DefaultValue("10s") Duration requestTimeout,
        @Min(1) @Max(5) @DefaultValue("2") int retryAttempts,
        @NotNull @DefaultValue("1m") Duration retryLater,
        @Min(1) @Max(1_000) @DefaultValue("16") int parallelism,
        @NotNull @DefaultValue("30s") Duration circuitOpen) {

    @Override
    public String toString() {
        return "SlackSettings[webhookUrl=" + (webhookUrl == null || webhookUrl.isBlank() ? "absent" : "***")
                + ", webhooks=" + webhooks.keySet() + ", channels=" + channels.keySet() + ", interval=" + interval
                + "]";
    }
}
