package io.meshwork.notifier.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.notifier.Given;
import io.meshwork.notifier.channel.slack.Destination.Webhook;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Filter;
import io.meshwork.notifier.subscription.Subscription;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlackRoutesTest {

    private static final Subscription OPS = Given.subscription("ops", Channel.SLACK, Filter.ALL);
    private static final Subscription SALES =
            new Subscription("s", "sales", null, Filter.ALL, Channel.SLACK, "sales", true);

    @Test
    void saysWhichSettingIsMissing() {
        var routes = new SlackRoutes(settings("  ", Map.of()));

        assertThat(routes.obstacle(OPS).orElseThrow())
                .endsWith("set mesh.slack.webhook-url, or mesh.slack.channel with a bot token");
        assertThat(routes.obstacle(SALES).orElseThrow())
                .endsWith("set mesh.slack.webhooks.sales, or mesh.slack.channels.sales with a bot token");
    }

    @Test
    void findsTheWebhookOfATarget() {
        var routes = new SlackRoutes(settings("https://hooks.example/a", Map.of("sales", "https://hooks.example/b")));

        assertThat(routes.obstacle(OPS)).isEmpty();
        assertThat(routes.obstacle(SALES)).isEmpty();
        assertThat(routes.of("sales")).contains(new Webhook(URI.create("https://hooks.example/b")));
    }

    @Test
    void prefersTheChannelOfTheBot() {
        var routes = new SlackRoutes(
                settings("https://hooks.example/a", Map.of(), "xoxb-s3cret", "C1", Map.of("sales", "C2")));

        assertThat(routes.of("").orElseThrow()).hasToString("Conversation[channel=C1, token=***]");
        assertThat(routes.of("sales").orElseThrow().canChange()).isTrue();
        assertThat(routes.of("other")).isEmpty();
    }

    @Test
    void complainsOfAChannelWithoutABot() {
        assertThatThrownBy(() -> new SlackRoutes(settings(null, Map.of(), " ", "C1", Map.of())))
                .hasMessageContaining("MESH_SLACK_BOT_TOKEN");
    }

    @Test
    void complainsOfATokenThatIsNoneWithoutTellingIt() {
        assertThatThrownBy(() -> new SlackRoutes(settings(null, Map.of(), "xoxb-s3c\nret", "C1", Map.of())))
                .hasMessageContaining("mesh.slack.bot-token")
                .message()
                .doesNotContain("s3c");
    }

    @Test
    void hasNothingToSayAboutTheFeed() {
        var feed = Given.subscription("all", Channel.FEED, Filter.ALL);

        assertThat(new SlackRoutes(settings(null, Map.of())).obstacle(feed)).isEmpty();
    }

    @Test
    void complainsOfAnUnreadableAddressWithoutTellingIt() {
        assertThatThrownBy(() -> new SlackRoutes(settings("hooks.example/s3cret path", Map.of())))
                .hasMessageContaining("mesh.slack.webhook-url")
                .hasNoCause()
                .message()
                .doesNotContain("s3cret");
        assertThatThrownBy(() -> new SlackRoutes(settings("ftp://hooks.example/s3cret", Map.of())))
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
        return settings(webhook, webhooks, null, null, Map.of());
    }

    private static SlackSettings settings(
            @Nullable String webhook,
            Map<String, String> webhooks,
            @Nullable String token,
            @Nullable String channel,
            Map<String, String> channels) {
        return new SlackSettings(
                webhook,
                webhooks,
                token,
                channel,
                channels,
                URI.create("https://slack.example/api/"),
                Map.of(),
                Duration.ofSeconds(1),
                5,
                100,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1,
                Duration.ofSeconds(1),
                2,
                Duration.ofSeconds(1));
    }
}
