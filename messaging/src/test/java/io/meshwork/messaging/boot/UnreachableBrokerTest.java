package io.meshwork.messaging.boot;

import static io.meshwork.messaging.sample.Products.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.meshwork.events.QualityScored;
import io.meshwork.messaging.sample.SampleService;
import io.meshwork.messaging.testkit.TestPlatform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** A service that is started before its broker. */
class UnreachableBrokerTest {

    private static final Duration WATCHED = Duration.ofSeconds(6);

    private final TestPlatform platform = TestPlatform.fresh();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void isAliveAndNotReadyWithoutABrokerAndBeginsWhenThereIsOne() throws Exception {
        int port = Forwarder.closedPort();
        platform.send("product.published", "sales.early", product("early"));
        long started = System.nanoTime();
        try (ConfigurableApplicationContext service =
                SampleService.start(platform.args("quality", "--spring.kafka.bootstrap-servers=127.0.0.1:" + port))) {
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(60));
            assertThat(get(service, "liveness")).isEqualTo(200);
            assertThat(get(service, "readiness")).isEqualTo(503);
            assertThat(linesWhileWaiting()).hasSizeLessThan(20);

            try (Forwarder broker = Forwarder.open(port, TestPlatform.brokers())) {
                await().atMost(TestPlatform.PATIENCE).until(() -> get(service, "readiness") == 200);
                assertThat(platform.read("quality.scored", QualityScored.class, 1, TestPlatform.PATIENCE))
                        .singleElement()
                        .satisfies(outcome -> assertThat(outcome.key()).isEqualTo("sales.early"));
            }
        }
    }

    private static List<ILoggingEvent> linesWhileWaiting() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        root.addAppender(lines);
        try {
            await().pollDelay(WATCHED).atMost(WATCHED.plusSeconds(5)).until(() -> true);
        } finally {
            root.detachAppender(lines);
        }
        return lines.list.stream()
                .filter(line -> line.getLevel().isGreaterOrEqual(Level.INFO))
                .toList();
    }

    private int get(ConfigurableApplicationContext service, String group) throws IOException, InterruptedException {
        String port = service.getEnvironment().getProperty("local.server.port");
        URI uri = URI.create("http://127.0.0.1:" + port + "/actuator/health/" + group);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .statusCode();
    }
}
