package io.meshwork.catalog.sql;

import static io.meshwork.catalog.CatalogUnderTest.json;
import static io.meshwork.catalog.product.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.meshwork.catalog.CatalogUnderTest;
import io.meshwork.events.LineageSubmitted;
import io.meshwork.events.PolicyEvaluated;
import io.meshwork.events.PolicyViolation;
import io.meshwork.events.QualityScored;
import io.meshwork.messaging.testkit.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody with psql or a BI tool sees. */
class DataCatalogTest {

    private static final Duration SOON = TestPlatform.PATIENCE;

    private static final CatalogUnderTest catalog = CatalogUnderTest.shared();
    private static final TestPlatform platform = catalog.platform();
    private static JdbcClient anna;

    @BeforeAll
    static void publish() {
        catalog.put("/api/v1/domains/views", """
                apiVersion: meshwork.io/v1
                kind: Domain
                metadata: {name: views, owner: views-team}
                spec: {description: What SQL tools see, members: [reader_anna, reader_ben]}
                """);
        publish("source", "");
        publish("orders", """
                  sla: {freshness: 1 hour, availability: "99.9%"}
                  inputs:
                    - {source: views.source}
                    - {source: 's3://lake/raw'}
                """);
        publish("hidden", "");
        judge("source", "compliant");
        judge("orders", "warnings", violation("advisory"));
        judge("hidden", "violated", violation("mandatory"));
        Stream.of("source", "orders", "hidden").forEach(DataCatalogTest::score);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(List.of(state("source"), state("orders"), state("hidden")))
                        .containsExactly("listed", "listed_with_warnings", "blocked"));
        anna = reader("reader_anna");
    }

    @Test
    void theQueryOfADomainsMembersFindsWhatIsListedThere() {
        assertThat(anna.sql("""
                        SELECT product_name, domain, owner, description, sla_freshness, quality_score, last_updated
                        FROM data_catalog.products
                        WHERE domain IN (SELECT domain FROM user_domain_access WHERE user_id = CURRENT_USER)
                        ORDER BY quality_score DESC
                        """).query().listOfRows())
                .extracting(row -> row.get("product_name"), row -> row.get("sla_freshness"))
                .containsExactlyInAnyOrder(tuple("orders", "1 hour"), tuple("source", null));
    }

    @Test
    void nobodySeesTheDomainsOfOthers() {
        assertThat(anna.sql("select distinct user_id from user_domain_access")
                        .query(String.class)
                        .list())
                .containsExactly("reader_anna");
    }

    @Test
    void whoLeavesADomainLosesItsRow() {
        catalog.put("/api/v1/domains/left", """
                apiVersion: meshwork.io/v1
                kind: Domain
                metadata: {name: left, owner: left-team}
                spec: {description: Soon without anna, members: [reader_anna]}
                """);
        assertThat(domainsOfAnna()).contains("left");

        catalog.put("/api/v1/domains/left", """
                apiVersion: meshwork.io/v1
                kind: Domain
                metadata: {name: left, owner: left-team}
                spec: {description: Without anna}
                """);

        assertThat(domainsOfAnna()).doesNotContain("left");
    }

    @Test
    void everyPartOfAProductIsThere() {
        assertThat(rows("select * from fields where product_id = 'views.orders'"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field).containsEntry("field", "id").containsEntry("type", "string");
                    assertThat(field).containsEntry("required", true);
                });
        assertThat(rows("select * from ports where product_id = 'views.orders'"))
                .singleElement()
                .satisfies(
                        port -> assertThat(port).containsEntry("kind", "file").containsEntry("format", "csv"));
        assertThat(rows("select * from slo where product_id = 'views.orders' order by property"))
                .extracting(slo -> slo.get("property"), slo -> slo.get("normalized"))
                .containsExactly(tuple("availability", 0.999), tuple("freshness", 3600.0));
        assertThat(rows("select * from compliance where product_id = 'views.orders'"))
                .singleElement()
                .satisfies(violation -> assertThat(violation)
                        .containsEntry("policy_id", "tags")
                        .containsEntry("enforcement", "advisory"));
        assertThat(rows("select * from versions where product_id = 'views.hidden'"))
                .singleElement()
                .satisfies(version -> assertThat(version).containsEntry("product_state", "blocked"));
        assertThat(rows("select * from lineage where target_product = 'views.orders' order by source"))
                .extracting(edge -> edge.get("source_product"), edge -> edge.get("source"), edge -> edge.get("origin"))
                .containsExactly(
                        tuple(null, "s3://lake/raw", "declared"), tuple("views.source", "views.source", "declared"));
        assertThat(rows("select * from quality where product_id = 'views.orders'"))
                .isEmpty();
    }

    @Test
    void dataIsItsProductsUnderEveryName() {
        catalog.submit(contract("named", "1.0.0")
                .replace("domain: shop", "domain: views")
                .replace("shop/named.csv", "s3://lake/named"));
        platform.send(
                "lineage.submitted",
                "named",
                LineageSubmitted.newBuilder().setEvent("""
                                {"eventTime": "2026-03-01T10:00:00Z", "job": {"namespace": "etl", "name": "named"},
                                 "inputs": [{"namespace": "s3://raw", "name": "clicks"}],
                                 "outputs": [{"namespace": "hive://m:9083", "name": "db.named", "facets": {"symlinks": {
                                   "identifiers": [{"namespace": "s3://lake", "name": "named"}]}}}]}
                                """).build());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rows("select * from lineage where job = 'etl/named'"))
                        .singleElement()
                        .satisfies(edge -> assertThat(edge)
                                .containsEntry("target_product", "views.named")
                                .containsEntry("source", "s3://raw:clicks")));
    }

    @Test
    void readersCanOnlyRead() {
        for (String sql : List.of(
                "select * from catalog.product",
                "insert into user_domain_access values ('reader_anna', 'shop')",
                "create table data_catalog.mine (id int)")) {
            assertThatThrownBy(() -> anna.sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private static List<Map<String, Object>> rows(String sql) {
        return anna.sql(sql).query().listOfRows();
    }

    private static List<String> domainsOfAnna() {
        return anna.sql("select domain from user_domain_access")
                .query(String.class)
                .list();
    }

    private static String state(String name) {
        return json(catalog.get("/api/v1/products/views." + name)).path("state").asString("");
    }

    private static void publish(String name, String more) {
        catalog.submit(contract(name, "1.0.0").replace("domain: shop", "domain: views") + more);
    }

    private static void judge(String name, String verdict, PolicyViolation... violations) {
        platform.send(
                "policy.evaluated",
                "views." + name,
                PolicyEvaluated.newBuilder()
                        .setProductId("views." + name)
                        .setVersion("1.0.0")
                        .setPolicySetRevision(1)
                        .setVerdict(verdict)
                        .setPoliciesEvaluated(1)
                        .setViolations(List.of(violations))
                        .setEvaluatedAt(Instant.now())
                        .build());
    }

    /** A product is listed or blocked when both policies and data have spoken. */
    private static void score(String name) {
        platform.send(
                "quality.scored",
                "views." + name,
                QualityScored.newBuilder()
                        .setProductId("views." + name)
                        .setVersion("1.0.0")
                        .setRunSequence(1)
                        .setTrigger("published")
                        .setStatus("not_checked")
                        .setScoredAt(Instant.now())
                        .build());
    }

    private static PolicyViolation violation(String enforcement) {
        return PolicyViolation.newBuilder()
                .setPolicyId("tags")
                .setPolicyRevision(1)
                .setRule("some")
                .setCategory("documentation")
                .setEnforcement(enforcement)
                .setMessage("no tags")
                .build();
    }

    private static JdbcClient reader(String name) {
        String url = platform.jdbcUrl("catalog");
        JdbcClient admin = connect(url, "postgres");
        admin.sql("create role " + name + " login in role data_catalog_reader").update();
        admin.sql("alter role " + name + " set search_path = data_catalog").update();
        return connect(url.replaceFirst("&currentSchema=\\w+", ""), name);
    }

    private static JdbcClient connect(String url, String user) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(user);
        return JdbcClient.create(database);
    }
}
