package io.meshwork.notifier.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.notifier.Given;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Filter;
import io.meshwork.notifier.subscription.Subscription;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    private static final Subscription OPS = Given.subscription("ops", Channel.SLACK, Filter.ALL);
    private static final Subscription SALES =
            new Subscription("s", "sales", null, Filter.ALL, Channel.SLACK, "sales", true);

    @Test
    void saysWhichSettingIsMissing() {
        var webhooks = new Webhooks(settings("  ", Map.of()));

        assertThat(webhooks.obstacle(OPS).orElseThrow()).endsWith("set mesh.slack.webhook-url");
        assertThat(webhooks.obstacle(SALES).orElseThrow()).endsWith("set mesh.slack.webhooks.sales");
    }

    @Test
    void findsTheWebhookOfATarget() {
        var webhooks = new Webhooks(settings("https://hooks.example/a", Map.of("sales", "https://hooks.example/b")));

        assertThat(webhooks.obstacle(OPS)).isEmpty();
        assertThat(webhooks.obstacle(SALES)).isEmpty();
        assertThat(webhooks.address("sales").orElseThrow()).hasToString("https://hooks.example/b");
    }

    @Test
    void hasNothingToSayAboutTheFeed() {
        var feed = Given.subscription("all", Channel.FEED, Filter.ALL);

        assertThat(new Webhooks(settings(null, Map.of())).obstacle(feed)).isEmpty();
    }

    @Test
    void complainsOfAnUnreadableAddressWithoutTellingIt() {
        assertThatThrownBy(() -> new Webhooks(settings("hooks.example/s3cret path", Map.of())))
                .hasMessageContaining("mesh.slack.webhook-url")
                .hasNoCause()
                .message()
                .doesNotContain("s3cret");
        assertThatThrownBy(() -> new Webhooks(settings("ftp://hooks.example/s3cret", Map.of())))
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void printsSettingsWithoutTheirSecrets() {
        assertThat(settings("https://hooks.example/s3cret", Map.of("sales", "https://hooks.example/s3cret")))
                .asString()
                .contains("sales")
                .doesNotContain("s3cret");
    }

    private static SlackSettings settings(@Nullable String webhook, Map<String, String> webhooks) {
        return new SlackSettings(
                webhook,
                webhooks,
                Duration.ofSeconds(1),
                5,
                100,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
    }
}
