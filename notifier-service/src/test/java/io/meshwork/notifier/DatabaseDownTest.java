package io.meshwork.notifier;

import static io.meshwork.notifier.Events.listing;
import static io.meshwork.notifier.Events.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.channel.slack.SlackStandIn;
import io.meshwork.notifier.channel.slack.SlackStandIn.Received;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notifier's own database is stopped, for longer than ops are to bear with, and started again. */
class DatabaseDownTest {

    private static final Duration SOON = TestPlatform.PATIENCE;

    @TempDir
    private File data;

    private final TestPlatform platform = TestPlatform.fresh();
    private final SlackStandIn slack = SlackStandIn.start();
    private EmbeddedPostgres postgres;
    private ConfigurableApplicationContext service;

    @BeforeEach
    void start() throws IOException, SQLException {
        postgres = postgres(0);
        try (var connection = postgres.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create schema notifier");
        }
        service = NotifierService.start(platform.args(
                "notifier",
                "--mesh.notifications.subscribe-by-contract=false",
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres") + "&currentSchema=notifier",
                "--spring.datasource.hikari.connection-timeout=1000",
                "--mesh.slack.webhook-url=" + slack.webhook(),
                "--mesh.slack.interval=50ms",
                "--mesh.incidents.group-wait=0s",
                "--mesh.platform.interval=1s",
                "--mesh.platform.unreachable-after=2s"));
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
        postgres.close();
        slack.close();
    }

    @Test
    void opsHearOfItOnceAndOfWhatHappenedMeanwhileWhenItIsBack() throws IOException {
        platform.send("product.published", "cart.orders", published("cart.orders"));
        await().atMost(SOON)
                .until(() -> service.getBean(JdbcClient.class)
                                .sql("select count(*) from known_product where product_id = 'cart.orders'")
                                .query(Integer.class)
                                .single()
                        == 1);
        int port = postgres.getPort();
        postgres.close();
        platform.send("product.listing", "cart.orders", listing("cart.orders", 2, "blocked"));

        await().atMost(SOON)
                .until(() -> headers().equals(List.of("🛑 The database of the notifier cannot be reached")));
        postgres = postgres(port);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(headers())
                        .containsExactlyInAnyOrder(
                                "🛑 The database of the notifier cannot be reached",
                                "✅ The database of the notifier answers again",
                                "🛑 cart.orders 1.0.0 is blocked"));
    }

    private List<String> headers() {
        return slack.received().stream().map(Received::header).toList();
    }

    private EmbeddedPostgres postgres(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(new File(data, "data"))
                .setCleanDataDirectory(false)
                .start();
    }
}
