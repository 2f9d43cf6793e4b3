package io.meshwork.notifier.channel.slack;

import io.meshwork.notifier.channel.slack.Destination.Conversation;
import io.meshwork.notifier.channel.slack.Destination.Webhook;
import io.meshwork.notifier.notification.Routes;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Subscription;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the messages of each target go; the empty target is the one of subscriptions that name none. A channel of the bot comes
 * before a webhook.
 */
final class SlackRoutes implements Routes {

    private static final Pattern TOKEN = Pattern.compile("[!-~]+");

    private final Map<String, Destination> routes = new HashMap<>();

    SlackRoutes(SlackSettings settings) {
        addWebhook("", "mesh.slack.webhook-url", settings.webhookUrl());
        settings.webhooks().forEach((target, address) -> addWebhook(target, "mesh.slack.webhooks." + target, address));
        addChannel(settings, "", settings.channel());
        settings.channels().forEach((target, channel) -> addChannel(settings, target, channel));
    }

    Optional<Destination> of(String target) {
        return Optional.ofNullable(routes.get(target));
    }

    @Override
    public Optional<String> obstacle(Subscription subscription) {
        var target = subscription.target() == null ? "" : subscription.target();
        return subscription.channel() != Channel.SLACK || routes.containsKey(target)
                ? Optional.empty()
                : Optional.of(missing(target));
    }

    static String missing(String target) {
        return "no Slack webhook is configured; set mesh.slack."
                + (target.isEmpty() ? "webhook-url" : "webhooks." + target) + ", or mesh.slack."
                + (target.isEmpty() ? "channel" : "channels." + target) + " with a bot token";
    }

    private void addWebhook(String target, String setting, @Nullable String address) {
        if (address != null && !address.isBlank()) {
            routes.put(target, new Webhook(read(setting, address.strip())));
        }
    }

    private void addChannel(SlackSettings settings, String target, @Nullable String channel) {
        if (channel == null || channel.isBlank()) {
            return;
        }
        var token = settings.botToken();
        if (token == null || token.isBlank()) {
            throw new IllegalArgumentException("mesh.slack.channel needs a bot that writes there; set"
                    + " mesh.slack.bot-token, in the environment MESH_SLACK_BOT_TOKEN");
        }
        if (!TOKEN.matcher(token.strip()).matches()) {
            throw new IllegalArgumentException(
                    "mesh.slack.bot-token holds characters that no token has; copy it from Slack again");
        }
        routes.put(target, new Conversation(settings.api(), token.strip(), channel.strip()));
    }

    /** Says what is wrong without repeating the secret, also not as the cause. */
    @SuppressWarnings("UnusedException")
    private static URI read(String setting, String address) {
        try {
            var uri = URI.create(address);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw unreadable(setting);
        }
        throw unreadable(setting);
    }

    private static IllegalArgumentException unreadable(String setting) {
        return new IllegalArgumentException(setting
                + " is not an http or https address; copy the whole address of the incoming webhook from Slack");
    }
}
