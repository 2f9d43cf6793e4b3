package io.meshwork.notifier.channel.slack;

import io.meshwork.notifier.notification.Routes;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Subscription;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The incoming webhooks by target; the empty target is the one of subscriptions that name none. */
final class Webhooks implements Routes {

    private final Map<String, URI> addresses = new HashMap<>();

    Webhooks(SlackSettings settings) {
        add("", "mesh.slack.webhook-url", settings.webhookUrl());
        settings.webhooks().forEach((target, address) -> add(target, "mesh.slack.webhooks." + target, address));
    }

    Optional<URI> address(String target) {
        return Optional.ofNullable(addresses.get(target));
    }

    @Override
    public Optional<String> obstacle(Subscription subscription) {
        var target = subscription.target() == null ? "" : subscription.target();
        return subscription.channel() != Channel.SLACK || addresses.containsKey(target)
                ? Optional.empty()
                : Optional.of(missing(target));
    }

    static String missing(String target) {
        return "no Slack webhook is configured; set mesh.slack."
                + (target.isEmpty() ? "webhook-url" : "webhooks." + target);
    }

    private void add(String target, String setting, @Nullable String address) {
        if (address != null && !address.isBlank()) {
            addresses.put(target, read(setting, address.strip()));
        }
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
