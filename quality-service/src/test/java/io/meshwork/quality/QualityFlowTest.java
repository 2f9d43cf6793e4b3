package io.meshwork.quality;

import static io.meshwork.messaging.testkit.TestPlatform.header;
import static io.meshwork.quality.Contracts.aProduct;
import static io.meshwork.quality.Contracts.atLeast;
import static io.meshwork.quality.Contracts.check;
import static io.meshwork.quality.Contracts.field;
import static io.meshwork.quality.Contracts.noRow;
import static io.meshwork.quality.Contracts.required;
import static io.meshwork.quality.Events.measured;
import static io.meshwork.quality.Events.published;
import static io.meshwork.quality.Events.refreshed;
import static io.meshwork.quality.Events.reported;
import static io.meshwork.quality.Events.sli;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.model.QualityCheck.Metric;
import io.meshwork.events.CheckResult;
import io.meshwork.events.ProductPublished;
import io.meshwork.events.QualityScored;
import io.meshwork.messaging.Identity;
import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.quality.run.Profiles;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a publication to its score, on a real broker, a real database and real files. */
class QualityFlowTest {

    private static final Duration SOON = TestPlatform.PATIENCE;

    @TempDir
    static Path root;

    private static TestPlatform platform;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(root.resolve("orders.csv"), "id,name\n1,a\n2,b\n3,\n4,d\n");
        platform = TestPlatform.fresh();
        service = QualityService.start(platform.args(
                "quality",
                "--mesh.quality.root=" + root,
                "--mesh.quality.connections.shop.url=" + withTable(TestPlatform.freshDatabase()),
                "--mesh.quality.connections.shop.username=postgres",
                "--mesh.quality.connections.shop.serves=db.example.org/shop",
                "--mesh.quality.connections.gone.url=jdbc:postgresql://127.0.0.1:1/gone",
                "--mesh.quality.connections.gone.username=postgres",
                "--mesh.quality.connections.gone.connect-timeout=1s",
                "--mesh.quality.connections.gone.serves=gone.example.org/*"));
    }

    private static String withTable(String url) {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("create table orders(id integer, name text);"
                    + " insert into orders values (1, 'a'), (2, 'b'), (3, null), (4, 'd')");
            return url;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Contracts withFile(String name) {
        return aProduct()
                .named("shop", name)
                .schema(required("id"), field("name", "string"))
                .with(check(Metric.COMPLETENESS, atLeast(0.7), "name"))
                .at("orders.csv");
    }

    private static Contracts withoutFile(String name) {
        return aProduct()
                .named("shop", name)
                .schema(required("id"))
                .port("api", PortKind.API, "rest", "https://orders.example.org");
    }

    private static List<ConsumerRecord<String, QualityScored>> scores(String productId, int expected) {
        List<ConsumerRecord<String, QualityScored>> found = new ArrayList<>();
        await().atMost(SOON).untilAsserted(() -> {
            found.clear();
            platform.read("quality.scored", QualityScored.class, 0, SOON).stream()
                    .filter(record -> productId.equals(record.key()))
                    .forEach(found::add);
            assertThat(found).hasSizeGreaterThanOrEqualTo(expected);
        });
        assertThat(found).hasSize(expected);
        return found;
    }

    private static QualityScored onlyScore(String productId) {
        return scores(productId, 1).getFirst().value();
    }

    private static long count(String table, String where) {
        return service.getBean(JdbcClient.class)
                .sql("select count(*) from " + table + " where " + where)
                .query(Long.class)
                .single();
    }

    private static double deadLettersCounted(String topic) {
        var counter = service.getBean(MeterRegistry.class)
                .find("mesh.listener.dead.letters")
                .tag("topic", topic)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    @Test
    void scoresPublishedVersionOnItsData() {
        String id = platform.send("product.published", "shop.scored", published(withFile("scored")));

        ConsumerRecord<String, QualityScored> record = scores("shop.scored", 1).getFirst();
        QualityScored score = record.value();
        assertThat(score.getStatus()).isEqualTo("passed");
        assertThat(score.getTrigger()).isEqualTo("published");
        assertThat(score.getRunSequence()).isEqualTo(1);
        assertThat(score.getRows()).isEqualTo(4);
        assertThat(score.getScore()).isEqualTo((0.75 + 1) / 2);
        assertThat(score.getChecks())
                .extracting(CheckResult::getName)
                .containsExactly("completeness_name", "required:id");
        assertThat(header(record, "ce_causationid"))
                .isEqualTo(Identity.of("/test", id).toString());
    }

    private static Contracts comparing(String domain, String name) {
        return aProduct()
                .named(domain, name)
                .schema(field("id", "string"))
                .with(check(
                        Metric.INCONSISTENT_ROWS,
                        Map.of("reference", Map.of("product", "shop.known", "version", "1", "fields", List.of("id"))),
                        noRow(),
                        "id"))
                .at("more.csv");
    }

    @Test
    void comparesWithTheDataOfAPublishedProductThatConsents() throws IOException {
        Files.writeString(root.resolve("more.csv"), "id\n1\n5\n");
        platform.send("product.published", "shop.unready", published(comparing("shop", "unready")));
        CheckResult unready = onlyScore("shop.unready").getChecks().getFirst();
        platform.send("product.published", "shop.known", published(withFile("known")));
        onlyScore("shop.known");
        platform.send("product.published", "shop.comparing", published(comparing("shop", "comparing")));
        platform.send("product.published", "crm.comparing", published(comparing("crm", "comparing")));

        CheckResult compared = onlyScore("shop.comparing").getChecks().getFirst();
        CheckResult denied = onlyScore("crm.comparing").getChecks().getFirst();
        assertThat(unready.getMessage()).contains("no product `shop.known` is published");
        assertThat(compared.getStatus()).isEqualTo("failed");
        assertThat(compared.getRowsFailed()).isEqualTo(1);
        assertThat(denied.getStatus()).isEqualTo("not_run");
        assertThat(denied.getMessage()).contains("does not let `crm.comparing` compare");
    }

    private static Contracts withTable(String name, String host) {
        return aProduct()
                .named("shop", name)
                .schema(required("id"), field("name", "string"))
                .with(check(Metric.COMPLETENESS, atLeast(0.7), "name"))
                .at(Map.<String, Object>of("type", "postgresql", "host", host, "database", "shop"));
    }

    @Test
    void scoresPublishedVersionOnItsTable() {
        platform.send("product.published", "shop.table", published(withTable("table", "db.example.org")));

        QualityScored score = onlyScore("shop.table");
        assertThat(score.getStatus()).as(score.toString()).isEqualTo("passed");
        assertThat(score.getRows()).isEqualTo(4);
        assertThat(score.getScore()).isEqualTo((0.75 + 1) / 2);
    }

    @Test
    void answersWhenNoConnectionServesTheDatabase() {
        platform.send("product.published", "shop.elsewhere", published(withTable("elsewhere", "169.254.169.254")));

        QualityScored score = onlyScore("shop.elsewhere");
        assertThat(score.getStatus()).isEqualTo("not_checked");
        assertThat(score.getReason()).contains("mesh.quality.connections.<name>", "169.254.169.254:5432/shop");
    }

    @Test
    void answersWhenTheDatabaseIsGone() {
        platform.send("product.published", "shop.gone", published(withTable("gone", "gone.example.org")));

        QualityScored score = onlyScore("shop.gone");
        assertThat(score.getStatus()).isEqualTo("not_checked");
        assertThat(score.getReason()).contains("the database of mesh.quality.connections.gone does not answer");
    }

    @Test
    void scoresTheNewestRecordsOfATopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestPlatform.brokers()))) {
            admin.createTopics(List.of(new NewTopic("shop.sold", 2, (short) 1)))
                    .all()
                    .get();
        }
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestPlatform.brokers()), new StringSerializer(), new StringSerializer())) {
            List.of("{\"id\":\"1\"}", "{\"id\":\"1\"}", "{\"id\":null}", "no JSON")
                    .forEach(value -> producer.send(new ProducerRecord<>("shop.sold", value)));
        }
        platform.send(
                "product.published",
                "shop.sold",
                published(aProduct().named("shop", "sold").schema(required("id")).stream(
                        "json", "shop.sold", Map.of("host", TestPlatform.brokers()))));

        QualityScored score = onlyScore("shop.sold");
        assertThat(score.getStatus()).as(score.toString()).isEqualTo("failed");
        assertThat(score.getRows()).isEqualTo(3);
        assertThat(score.getChecks())
                .extracting(CheckResult::getName, CheckResult::getRowsFailed)
                .containsExactly(tuple("required:id", 1L), tuple("readable:orders", 1L));
        assertThat(score.getWindows()).singleElement().asString().contains("all 4 records of shop.sold");
    }

    @Test
    void saysWhichTopicsItDoesNotRead() {
        platform.send(
                "product.published",
                "shop.hidden",
                published(aProduct().named("shop", "hidden").schema(required("id")).stream(
                        "avro", platform.topic("product.submitted"), Map.of())));
        platform.send(
                "product.published",
                "shop.far",
                published(aProduct().named("shop", "far").schema(required("id")).stream(
                        "avro", "orders", Map.of("host", "broker.example.org:9092"))));

        assertThat(onlyScore("shop.hidden").getReason()).contains("of the brokers or the mesh itself");
        assertThat(onlyScore("shop.far").getReason())
                .contains("mesh.quality.kafka.brokers.<name>", "serves: broker.example.org:9092");
    }

    @Test
    void answersAtOnceWhenNoDataCanBeReached() throws Exception {
        platform.send("product.published", "shop.remote", published(withoutFile("remote")));

        QualityScored score = onlyScore("shop.remote");
        assertThat(score.getStatus()).isEqualTo("not_checked");
        assertThat(score.getScore()).isNull();
        assertThat(score.getReason()).contains("no file output port, only api");
        assertThat(score.getChecks()).extracting(CheckResult::getStatus).containsExactly("not_run");
        assertThat(count("job", "key like 'shop.remote@%'")).isZero();
        assertThat(get("/api/v1/scores/shop.remote/explanation").body())
                .contains("could not be checked (the product has no file output port, only api");
    }

    @Test
    void answersWhenTheContractHasNoChecks() {
        platform.send(
                "product.published",
                "shop.unchecked",
                published(aProduct().named("shop", "unchecked").at("orders.csv")));

        assertThat(onlyScore("shop.unchecked").getReason()).contains("no checks");
    }

    @Test
    void answersWhenTheFileIsOutsideTheRoot() {
        platform.send(
                "product.published",
                "shop.outside",
                published(aProduct()
                        .named("shop", "outside")
                        .schema(required("id"))
                        .at("../../etc/passwd.csv")));

        QualityScored score = onlyScore("shop.outside");
        assertThat(score.getStatus()).isEqualTo("not_checked");
        assertThat(score.getReason()).contains("leads out of the data root");
    }

    @Test
    void scoresAgainWhenDataWasRefreshed() throws IOException {
        Path file = Files.writeString(root.resolve("growing.csv"), "id\n1\n");
        platform.send(
                "product.published",
                "shop.growing",
                published(aProduct()
                        .named("shop", "growing")
                        .with(check(Metric.ROW_COUNT, atLeast(2)))
                        .at("growing.csv")));
        assertThat(onlyScore("shop.growing").getStatus()).isEqualTo("failed");

        Files.writeString(file, "id\n1\n2\n3\n");
        platform.send("product.refreshed", "shop.growing", refreshed("shop.growing", null, 1, measured("age", true)));

        QualityScored second = scores("shop.growing", 2).get(1).value();
        assertThat(second.getRunSequence()).isEqualTo(2);
        assertThat(second.getTrigger()).isEqualTo("refreshed");
        assertThat(second.getStatus()).isEqualTo("passed");
        assertThat(second.getChecks()).extracting(CheckResult::getMetric).contains("row_count", "self_measured");
    }

    @Test
    void whatAToolReportedCountsUntilItReportsAgain() throws Exception {
        platform.send("product.published", "shop.reported", published(withFile("reported")));
        scores("shop.reported", 1);
        Instant now = Instant.now();

        HttpResponse<String> taken = post("/api/v1/scores/shop.reported/results", dbt("fail", now.minusSeconds(60)));
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        assertThat(taken.body())
                .contains("\"name\":\"unique_orders_id\"", "\"leftOut\":[\"1 model\"]", "\"note\":null");
        QualityScored second = scores("shop.reported", 2).get(1).value();
        assertThat(second.getTrigger()).isEqualTo("reported");
        assertThat(second.getStatus()).isEqualTo("failed");
        assertThat(count("product_version", "product_id = 'shop.reported' and refreshed_at is not null"))
                .isZero();

        post("/api/v1/scores/shop.reported/results", dbt("fail", now.minusSeconds(60)));
        platform.send("product.refreshed", "shop.reported", refreshed("shop.reported", null, 1, measured("age", true)));
        assertThat(scores("shop.reported", 3).get(2).value().getChecks())
                .extracting(CheckResult::getName, CheckResult::getStatus)
                .contains(tuple("unique_orders_id", "failed"), tuple("age", "passed"));

        post("/api/v1/scores/shop.reported/results", dbt("warn", now.minusSeconds(90)));
        post("/api/v1/scores/shop.reported/results?version=1.0.0&refreshedAt=" + now, dbt("pass", now));
        QualityScored last = scores("shop.reported", 4).get(3).value();
        assertThat(last.getTrigger()).isEqualTo("refreshed");
        assertThat(count("product_version", "product_id = 'shop.reported' and refreshed_at > '2026-02-01'"))
                .isEqualTo(1);
        assertThat(last.getChecks())
                .extracting(CheckResult::getName, CheckResult::getStatus)
                .contains(tuple("unique_orders_id", "passed"))
                .doesNotContain(tuple("age", "passed"));
    }

    private static String dbt(String status, Instant at) {
        return """
                {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/run-results/v6.json", "generated_at": "%s"},
                 "results": [{"status": "success", "unique_id": "model.shop.orders"},
                             {"status": "%s", "unique_id": "test.shop.unique_orders_id.fed79b3a6e", "failures": 3}]}
                """.formatted(at, status);
    }

    @Test
    void whatAToolReportedOfTheLatestGoesOverToTheNextVersionWithoutData() throws Exception {
        platform.send("product.refreshed", "shop.next", reported("shop.next", measured("soda", "fresh enough", false)));
        await().atMost(SOON).until(() -> count("parked_event", "waiting_for = 'product:shop.next'") == 1);
        platform.send("product.published", "shop.next", published(withoutFile("next"), 1));
        scores("shop.next", 2);

        platform.send(
                "product.published", "shop.next", published(withoutFile("next").version("1.1.0"), 2));

        QualityScored third = scores("shop.next", 3).get(2).value();
        assertThat(third.getVersion()).isEqualTo("1.1.0");
        assertThat(third.getStatus()).isEqualTo("failed");
        assertThat(third.getChecks().getLast().getThreshold()).startsWith("of soda, measured 2");
    }

    @Test
    void refusesResultsThatItDoesNotUnderstand() throws Exception {
        String path = "/api/v1/scores/shop.unreported/results";

        assertThat(post(path, "{").statusCode()).isEqualTo(400);
        assertThat(post(path, "{}").body()).contains("results.unknown-tool", "run_results.json");
        assertThat(post(path + "?tool=excel", dbt("pass", Instant.now())).body())
                .contains("there is dbt, ");
        assertThat(post(path, dbt("pass", Instant.EPOCH)).body()).contains("results.too-old", "168 hours");
        assertThat(post(path, dbt("pass", Instant.now().plusSeconds(900))).body())
                .contains("results.future");
        assertThat(post(path, dbt("pass", Instant.now()).replace("generated_at", "never"))
                        .body())
                .contains("results.no-time", "?measuredAt=");
        assertThat(post("/api/v1/scores/nothing/results", dbt("pass", Instant.now()))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(path, dbt("pass", Instant.now())).body()).contains("wait for it");
    }

    @Test
    void takesTheHighestVersionForTheLatest() {
        platform.send(
                "product.published", "shop.lines", published(withFile("lines").version("2.0.0"), 1));
        platform.send(
                "product.published", "shop.lines", published(withFile("lines").version("1.9.1"), 2));
        scores("shop.lines", 2);

        platform.send("product.refreshed", "shop.lines", refreshed("shop.lines", null, 1));

        assertThat(scores("shop.lines", 3).get(2).value().getVersion()).isEqualTo("2.0.0");
    }

    @Test
    void decidesRepeatedRecordOnce() {
        Map<String, String> same = Map.of("ce_id", "published-twice");
        platform.send("product.published", "shop.twice", published(withoutFile("twice")), same);
        platform.send("product.published", "shop.twice", published(withoutFile("twice")), same);
        platform.send("product.published", "shop.after-twice", published(withoutFile("after-twice")));
        scores("shop.after-twice", 1);

        assertThat(onlyScore("shop.twice").getRunSequence()).isEqualTo(1);
    }

    @Test
    void keepsRefreshThatArrivesBeforeItsPublication() {
        platform.send("product.refreshed", "shop.early", refreshed("shop.early", "1.0.0", 1, measured("age", false)));
        await().atMost(SOON).until(() -> count("parked_event", "waiting_for = 'product:shop.early'") == 1);

        platform.send("product.published", "shop.early", published(withFile("early")));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(platform.read("quality.scored", QualityScored.class, 0, SOON).stream()
                                .filter(record -> record.key().equals("shop.early"))
                                .map(record -> record.value().getTrigger() + " "
                                        + record.value().getStatus()))
                        .contains("refreshed failed"));
        assertThat(count("parked_event", "waiting_for = 'product:shop.early'")).isZero();
    }

    @Test
    void ignoresRefreshOlderThanTheLast() {
        platform.send("product.published", "shop.late", published(withFile("late")));
        scores("shop.late", 1);
        platform.send("product.refreshed", "shop.late", refreshed("shop.late", null, 5, measured("age", true)));
        scores("shop.late", 2);

        platform.send("product.refreshed", "shop.late", refreshed("shop.late", null, 4, measured("age", false)));
        platform.send("product.refreshed", "shop.late", refreshed("shop.late", null, 6, measured("age", true)));

        assertThat(scores("shop.late", 3).get(2).value().getStatus()).isEqualTo("passed");
    }

    @Test
    void runsScanOfCrashedReplica() {
        platform.send(
                "product.published", "shop.crash", published(withFile("crash").version("0.9.0")));
        scores("shop.crash", 1);
        JdbcClient jdbc = service.getBean(JdbcClient.class);
        jdbc.sql("""
                        insert into job (kind, key, payload, due_at, leased_until, lease, attempts, cause_id, correlation_id)
                        values ('scan', 'shop.crash@0.9.0',
                                '{"productId":"shop.crash","version":"0.9.0","trigger":"refreshed","selfMeasured":[]}',
                                now() - interval '1 minute', now() - interval '1 second', gen_random_uuid(), 1, ?, 'c')
                        """).param(UUID.randomUUID()).update();

        assertThat(scores("shop.crash", 2).get(1).value().getRunSequence()).isEqualTo(2);
        await().atMost(SOON).until(() -> count("job", "key = 'shop.crash@0.9.0'") == 0);
    }

    @Test
    void sendsWhatCanNeverSucceedToTheDeadLetters() {
        var noJson = published(withFile("no-json"));
        noJson = ProductPublished.newBuilder(noJson).setContract("{").build();
        double before = deadLettersCounted("product.published");
        platform.sendRaw("product.published", "shop.junk", "junk".getBytes(StandardCharsets.UTF_8), Map.of());
        platform.send("product.published", "shop.other-key", published(withFile("wrong-key")));
        platform.send("product.published", "shop.no-json", noJson);
        platform.send("product.published", "shop.healthy", published(withoutFile("healthy")));

        onlyScore("shop.healthy");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(platform.readRaw("quality.dlt", 3, SOON).stream()
                                .map(letter -> String.valueOf(header(letter, "mesh-dlt-reason"))))
                        .anyMatch(reason -> reason.contains("canonical JSON")));
        assertThat(deadLettersCounted("product.published") - before).isEqualTo(3);
        assertThat(count("run", "product_id in ('shop.junk', 'shop.other-key', 'shop.wrong-key', 'shop.no-json')"))
                .isZero();
    }

    @Test
    void sendsMalformedRefreshToTheDeadLetters() {
        double before = deadLettersCounted("product.refreshed");
        platform.send("product.refreshed", "shop.this", refreshed("shop.that", null, 1));

        await().atMost(SOON).until(() -> deadLettersCounted("product.refreshed") - before == 1);
    }

    @Test
    void keepsTheNewestSamplePerIndicator() {
        platform.send("product.published", "shop.sli", published(withoutFile("sli")));
        scores("shop.sli", 1);
        platform.send("sli.reported", "shop.sli", sli("shop.sli", 5, 99, 100));
        platform.send("sli.reported", "shop.sli", sli("shop.sli", 3, 1, 100));

        await().atMost(SOON).until(() -> count("handled_event", "true") > 0 && count("sli_sample", "good = 99") == 1);
        assertThat(count("sli_sample", "product_id = 'shop.sli'")).isEqualTo(1);
    }

    @Test
    void keepsSampleOfProductThatIsNotPublishedYet() {
        platform.send("sli.reported", "shop.soon", sli("shop.soon", 1, 10, 10));
        await().atMost(SOON).until(() -> count("parked_event", "waiting_for = 'product:shop.soon'") == 1);

        platform.send("product.published", "shop.soon", published(withoutFile("soon")));

        await().atMost(SOON).until(() -> count("sli_sample", "product_id = 'shop.soon'") == 1);
    }

    @Test
    void refusesImpossibleSample() {
        double before = deadLettersCounted("sli.reported");
        platform.send("sli.reported", "shop.sli", sli("shop.sli", 1, 101, 100));

        await().atMost(SOON).until(() -> deadLettersCounted("sli.reported") - before == 1);
    }

    @Test
    void tellsScoresOverRest() throws Exception {
        for (int revision = 1; revision <= 3; revision++) {
            platform.send(
                    "product.published",
                    "shop.rest",
                    published(withoutFile("rest").version("1.0." + revision), revision));
            scores("shop.rest", revision);
        }

        assertThat(get("/api/v1/scores/shop.rest").body())
                .contains("\"runSequence\":3", "\"status\":\"not_checked\"", "\"severity\":\"error\"");
        assertThat(get("/api/v1/scores/shop.rest?version=1.0.1").body()).contains("\"runSequence\":1");
        assertThat(get("/api/v1/scores/shop.rest/history?limit=2").body())
                .contains(
                        "\"runSequence\":3",
                        "\"runSequence\":2",
                        "\"next\":\"/api/v1/scores/shop.rest/history?after=2&limit=2\"")
                .doesNotContain("\"runSequence\":1");
        assertThat(get("/api/v1/scores/shop.rest/history?limit=2&after=2").body())
                .contains("\"runSequence\":1", "\"next\":null");
        assertThat(get("/api/v1/openapi").body()).contains("/api/v1/scores/{productId}");
    }

    @Test
    void profilesTheDataAndExplainsTheScore() throws Exception {
        String rows = "id,contact\n1,a@example.org\n2,b@example.org\n3,c@example.org\n";
        Path file = Files.writeString(root.resolve("contacts.csv"), rows);
        platform.send(
                "product.published",
                "shop.contacts",
                published(aProduct()
                        .named("shop", "contacts")
                        .schema(required("id"), field("contact", "string"))
                        .at("contacts.csv")));

        QualityScored first = onlyScore("shop.contacts");
        assertThat(first.getProfile().getFields().getFirst().getField()).isEqualTo("contact");
        assertThat(first.getProfile().getFields().getFirst().getUndeclaredPersonalData())
                .isEqualTo("email");
        assertThat(first.getProfile().getFields().getFirst().getConfidence()).isGreaterThan(0.5);
        assertThat(first.toString()).doesNotContain("example.org");
        assertThat(get("/api/v1/scores/shop.contacts/explanation").body()).contains("score.first");

        Files.writeString(file, rows + ",d@example.org\n");
        platform.send("product.refreshed", "shop.contacts", refreshed("shop.contacts", null, 1));
        scores("shop.contacts", 2);

        assertThat(get("/api/v1/scores/shop.contacts").body()).contains("\"sql\":\"SELECT");
        assertThat(get("/api/v1/scores/shop.contacts/explanation").body())
                .contains("\"change\":-0.25", "\"contribution\":-0.25", "\"statusAfter\":\"failed\"");
        assertThat(get("/api/v1/profiles/shop.contacts").body())
                .contains("\"runSequence\":2", "\"rows\":4", "\"kind\":\"EMAIL\"")
                .doesNotContain("example.org");
        assertThat(get("/api/v1/scores/shop.contacts/samples").body())
                .contains("\"check\":\"required:id\"", "\"rows\":[[null]]");
        assertThat(get("/api/v1/scores/shop.contacts/samples?run=1").body()).contains("\"rows\":[]");
        assertThat(get("/api/v1/scores/shop.contacts/samples?run=9").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/v1/profiles/shop.unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void forgetsOldProfilesAndSamples() {
        Profiles profiles = service.getBean(Profiles.class);
        for (int run = 1; run <= Profiles.MOST_PROFILES + 2; run++) {
            profiles.keep(List.of(new Profiles.Kept("shop.old", "1.0.0", run, List.of(), Instant.EPOCH)));
            profiles.keepSamples("shop.old", run, List.of());
        }
        profiles.keep(List.of(new Profiles.Kept("shop.old", "2.0.0", 99, List.of(), Instant.EPOCH)));

        assertThat(profiles.history("shop.old", 100)).hasSize(Profiles.MOST_PROFILES + 1);
        assertThat(profiles.latest("shop.old", "1.0.0").orElseThrow().sequence())
                .isEqualTo(Profiles.MOST_PROFILES + 2);
        assertThat(count("failing_sample", "product_id = 'shop.old'")).isEqualTo(Profiles.MOST_SAMPLED);
    }

    @Test
    void saysOverRestThatThereIsNoScore() throws Exception {
        HttpResponse<String> answer = get("/api/v1/scores/shop.unknown");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).contains("problem+json"));
        assertThat(answer.body()).contains("score.unknown");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path) {
        String port = service.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
