package io.meshwork.quality;

import static io.meshwork.messaging.testkit.TestPlatform.header;
import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Events.published;
import static io.meshwork.quality.Events.retired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.ProductRefreshed;
import io.meshwork.events.SliReported;
import io.meshwork.events.SloStatusChanged;
import io.meshwork.messaging.testkit.TestPlatform;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a promise to what is told of it, on a real broker and a real database. */
class SloFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;

    private static TestPlatform platform;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        platform = TestPlatform.fresh();
        service = run();
        // Promises of seconds count from the event; the first one waits for the consumers to get their partitions.
        platform.send("product.published", "shop.first", published(promising("first", "freshness", "1 h")));
        awaitLevel("shop.first", "ok");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static ConfigurableApplicationContext run() {
        return QualityService.start(
                platform.args("quality", "--mesh.quality.slo.poll=20ms", "--mesh.quality.slo.gauges.every=1s"));
    }

    private static Contracts promising(String name, String property, String value) {
        return aProduct().named("shop", name).promising(property, value);
    }

    private static SliReported minute(String productId, long good, long total) {
        Instant end = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return SliReported.newBuilder()
                .setProductId(productId)
                .setIndicator("availability")
                .setWindowStart(end.minusSeconds(60))
                .setWindowEnd(end)
                .setGood(good)
                .setTotal(total)
                .build();
    }

    private static ProductRefreshed refreshed(String productId) {
        return ProductRefreshed.newBuilder()
                .setProductId(productId)
                .setRefreshedAt(Instant.now())
                .build();
    }

    private static List<String> told(String productId) {
        return platform.read("slo.status-changed", SloStatusChanged.class, 0, Duration.ZERO).stream()
                .filter(record -> record.key().equals(productId))
                .map(record -> record.value().getObjective() + " "
                        + record.value().getStatus() + " " + record.value().getSequence())
                .toList();
    }

    private static void awaitTold(String productId, String... changes) {
        await().atMost(SOON).untilAsserted(() -> assertThat(told(productId)).containsExactly(changes));
    }

    private static void awaitLevel(String productId, String level) {
        await().atMost(SOON)
                .until(() -> service.getBean(JdbcClient.class)
                                .sql("select count(*) from slo where product_id = ? and level = ? and ended_at is null")
                                .params(productId, level)
                                .query(Long.class)
                                .single()
                        > 0);
    }

    private static double deadLettersCounted(String topic) {
        var counter = service.getBean(MeterRegistry.class)
                .find("mesh.listener.dead.letters")
                .tag("topic", topic)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return get(path, "*/*");
    }

    private static HttpResponse<String> get(String path, String accept) throws Exception {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Accept", accept)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void aProductWhoseContractCannotBeReadKeepsNoOther() {
        JdbcClient jdbc = service.getBean(JdbcClient.class);
        platform.send("product.published", "shop.broken", published(promising("broken", "freshness", "1 h")));
        awaitLevel("shop.broken", "ok");
        jdbc.sql("update product_version set contract = '{}' where product_id = 'shop.broken'")
                .update();
        jdbc.sql("update slo_product set read_at = 'epoch', due_at = 'epoch' where product_id = 'shop.broken'")
                .update();

        platform.send("product.published", "shop.healthy", published(promising("healthy", "freshness", "1 h")));

        awaitLevel("shop.healthy", "ok");
        await().atMost(SOON)
                .until(() -> jdbc.sql(
                                "select due_at > now() + interval '50 minutes' from slo_product where product_id = 'shop.broken'")
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void silenceIsToldOnceThroughARestartAndNewDataEndsIt() {
        platform.send("product.published", "shop.stale", published(promising("stale", "freshness", "3 s")));
        awaitTold("shop.stale", "freshness at_risk 1", "freshness breached 2");

        service.close();
        service = run();
        platform.send("product.refreshed", "shop.stale", refreshed("shop.stale"));

        await().atMost(SOON).untilAsserted(() -> assertThat(told("shop.stale")).hasSizeGreaterThanOrEqualTo(5));
        assertThat(told("shop.stale"))
                .startsWith(
                        "freshness at_risk 1",
                        "freshness breached 2",
                        "freshness recovered 3",
                        "freshness at_risk 4",
                        "freshness breached 5")
                .hasSize(5);
    }

    @Test
    void reportedSamplesLeadToABreachAndARecoveryHoweverOftenTheyCome() {
        platform.send("product.published", "shop.down", published(promising("down", "availability", "99%")));
        SliReported bad = minute("shop.down", 10, 100);
        platform.send("sli.reported", "shop.down", bad, Map.of("ce_id", "bad"));
        platform.send("sli.reported", "shop.down", bad, Map.of("ce_id", "bad"));
        platform.send("sli.reported", "shop.down", bad);
        awaitTold("shop.down", "availability breached 1");

        platform.send(
                "sli.reported",
                "shop.down",
                SliReported.newBuilder(bad).setGood(100).build());

        awaitTold("shop.down", "availability breached 1", "availability recovered 2");
        var change = platform.read("slo.status-changed", SloStatusChanged.class, 1, SOON).stream()
                .filter(record -> record.key().equals("shop.down"))
                .findFirst()
                .orElseThrow();
        assertThat(change.value().getTarget()).isEqualTo(0.99);
        assertThat(change.value().getMeasured()).isEqualTo(0.1);
        assertThat(change.value().getVersion()).isEqualTo("1.0.0");
        assertThat(header(change, "ce_id")).isNotNull();
    }

    @Test
    void aVersionThatIsRetiredStopsAndMayBeSoMoreThanOnce() {
        platform.send("product.published", "shop.old", published(promising("old", "availability", "99%")));
        platform.send("sli.reported", "shop.old", minute("shop.old", 0, 100));
        awaitTold("shop.old", "availability breached 1");

        platform.send("product.version-changed", "shop.old", retired("shop.old", "0.9.0"));
        platform.send("product.version-changed", "shop.old", retired("shop.old", "1.0.0"));
        platform.send("product.version-changed", "shop.old", retired("shop.old", "1.0.0"));

        awaitTold("shop.old", "availability breached 1", "availability ended 2");
    }

    @Test
    void aVersionThatIsRetiredBeforeItsPublicationPromisesNothing() throws Exception {
        platform.send("product.version-changed", "shop.early", retired("shop.early", "1.0.0"));
        await().atMost(SOON)
                .until(() -> service.getBean(JdbcClient.class)
                                .sql("select count(*) from version_end where product_id = 'shop.early'")
                                .query(Long.class)
                                .single()
                        == 1);
        platform.send("product.published", "shop.early", published(promising("early", "availability", "99%")));
        platform.send("product.published", "shop.later", published(promising("later", "availability", "99%")));
        awaitLevel("shop.later", "no_data");

        assertThat(get("/api/v1/slos/shop.early").statusCode()).isEqualTo(404);
    }

    @Test
    void malformedRecordsAreDeadLettered() {
        double ends = deadLettersCounted("product.version-changed");
        double samples = deadLettersCounted("sli.reported");
        double refreshes = deadLettersCounted("product.refreshed");
        platform.sendRaw("product.version-changed", "shop.x", "junk".getBytes(StandardCharsets.UTF_8), Map.of());
        platform.send("product.version-changed", "shop.x", retired("shop.y", "1.0.0"));
        platform.send(
                "sli.reported",
                "shop.x",
                SliReported.newBuilder(minute("shop.x", 1, 1))
                        .setWindowEnd(Instant.now().plus(Duration.ofDays(1)))
                        .build());
        platform.send(
                "product.refreshed",
                "shop.x",
                ProductRefreshed.newBuilder(refreshed("shop.x"))
                        .setRefreshedAt(Instant.now().plus(Duration.ofDays(1)))
                        .build());

        await().atMost(SOON).until(() -> deadLettersCounted("product.version-changed") - ends == 2);
        await().atMost(SOON).until(() -> deadLettersCounted("sli.reported") - samples == 1);
        await().atMost(SOON).until(() -> deadLettersCounted("product.refreshed") - refreshes == 1);
    }

    @Test
    void countsWhatComesTooLate() {
        platform.send("product.published", "shop.slow", published(promising("slow", "availability", "99%")));
        awaitLevel("shop.slow", "no_data");
        SliReported old = minute("shop.slow", 0, 100);
        platform.send(
                "sli.reported",
                "shop.slow",
                SliReported.newBuilder(old)
                        .setWindowStart(old.getWindowStart().minus(Duration.ofHours(7)))
                        .setWindowEnd(old.getWindowEnd().minus(Duration.ofHours(7)))
                        .build());

        await().atMost(SOON)
                .until(() -> service.getBean(MeterRegistry.class)
                                .get("mesh.slo.samples.late")
                                .counter()
                                .count()
                        >= 1);
        assertThat(told("shop.slow")).isEmpty();
    }

    @Test
    void tellsHowPromisesStandOverRestAndToPrometheus() throws Exception {
        platform.send(
                "product.published",
                "shop.rest",
                published(promising("rest", "availability", "99%").promising("freshness", "1 day")));
        platform.send("sli.reported", "shop.rest", minute("shop.rest", 995, 1_000));
        awaitLevel("shop.rest", "ok");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get("/api/v1/slos/shop.rest").body())
                        .contains(
                                "\"objective\":\"freshness\"",
                                "\"window\":\"5m\"",
                                "\"total\":1000",
                                "\"deadline\":\"2"));

        assertThat(get("/api/v1/slos?domain=shop&status=ok&limit=1").body())
                .contains("/api/v1/slos?domain=shop&status=ok&after=shop.");
        assertThat(get("/api/v1/slos?status=fine").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/slos?after=shop").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/slos/shop.nothing").body()).contains("slo.unknown");
        assertThat(get("/api/v1/slos/shop.rest/alert-rules").body())
                .startsWith("groups:")
                .contains("DataProductStale");
        assertThat(get("/api/v1/slos/shop.rest/dashboard").body()).contains("data_freshness_seconds");
        assertThat(get("/api/v1/slos/compliance").body()).contains("\"id\":\"shop\"", "\"compliance\":");
        assertThat(get("/api/v1/slos/compliance?by=product&domain=shop&limit=1").body())
                .contains("after=shop.");
        assertThat(get("/api/v1/slos/compliance?by=product", "text/csv").body())
                .startsWith("product,objectives,breaches,measuredSeconds,metSeconds,compliance\n")
                .contains("\nshop.rest,2,0,");
        assertThat(get("/api/v1/slos/compliance?from=2099-01-01T00:00:00Z").statusCode())
                .isEqualTo(400);
        assertThat(get("/api/v1/slos/compliance?by=moon").statusCode()).isEqualTo(400);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get("/actuator/prometheus").body())
                        .contains(
                                "slo_status{domain=\"shop\",objective=\"availability\",product=\"shop.rest\"} 1.0",
                                "data_freshness_seconds{domain=\"shop\",product=\"shop.rest\"}",
                                "sla_compliance_percentage{domain=\"shop\",product=\"shop.rest\"} 100.0"));
    }
}
