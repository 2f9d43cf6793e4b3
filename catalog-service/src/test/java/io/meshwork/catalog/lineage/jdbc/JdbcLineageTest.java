package io.meshwork.catalog.lineage.jdbc;

import static io.meshwork.catalog.lineage.Events.column;
import static io.meshwork.catalog.lineage.Events.data;
import static io.meshwork.catalog.lineage.Events.filter;
import static io.meshwork.catalog.lineage.Events.inputs;
import static io.meshwork.catalog.lineage.Events.job;
import static io.meshwork.catalog.lineage.Events.outputs;
import static io.meshwork.catalog.lineage.Events.run;
import static io.meshwork.catalog.lineage.Events.symlink;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.catalog.address.Address;
import io.meshwork.catalog.lineage.Direction;
import io.meshwork.catalog.lineage.Events;
import io.meshwork.catalog.lineage.Hop;
import io.meshwork.catalog.lineage.Impact;
import io.meshwork.catalog.lineage.Lineage;
import io.meshwork.catalog.lineage.LineageGraph;
import io.meshwork.catalog.lineage.Spot;
import io.meshwork.catalog.product.Contracts;
import io.meshwork.catalog.product.jdbc.AddressRows;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.DataProductJson;
import io.meshwork.messaging.testkit.TestPlatform;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The graph on a real PostgreSQL: what events and contracts make of it, in whatever order they come. */
class JdbcLineageTest {

    private static final Set<Direction> BOTH = EnumSet.allOf(Direction.class);

    private static JdbcClient jdbc;
    private static DataSourceTransactionManager transactions;

    private final JdbcLineageStore store = new JdbcLineageStore(jdbc);
    private final Lineage lineage = new Lineage(new JdbcLineageView(jdbc));

    @BeforeAll
    static void migrate() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(TestPlatform.freshDatabase());
        database.setUser("postgres");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/messaging", "classpath:db/catalog")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
        transactions = new DataSourceTransactionManager(database);
    }

    @BeforeEach
    void forgetEverything() {
        jdbc.sql("""
                        truncate product, product_version, product_contract, product_port, product_input, lineage_dataset,
                            lineage_look_up, lineage_job, lineage_run, lineage_run_dataset, lineage_edge, lineage_field_edge
                        """).update();
    }

    @Test
    void inputsAndOutputsOfARunMeetWhicheverEventBringsThem() {
        UUID run = UUID.randomUUID();
        add(run(run, "START", "daily", inputs(data("s3://lake", "raw"))));
        add(run(run, "COMPLETE", "daily", outputs(data("s3://lake", "orders"))));
        add(run(run, "START", "daily", inputs(data("s3://lake", "late"))));

        assertThat(edges()).containsExactlyInAnyOrder("raw -> orders", "late -> orders");
    }

    @Test
    void twoRunsOfOneJobAreNotMixed() {
        add(run(UUID.randomUUID(), "COMPLETE", "copy", inputs(data("s3://a", "a")), outputs(data("s3://a", "b"))));
        add(run(UUID.randomUUID(), "COMPLETE", "copy", inputs(data("s3://a", "c")), outputs(data("s3://a", "d"))));

        assertThat(edges()).containsExactlyInAnyOrder("a -> b", "c -> d");
    }

    @Test
    void theSameEventAgainChangesNothing() {
        String event =
                run(UUID.randomUUID(), "COMPLETE", "copy", inputs(data("s3://a", "a")), outputs(data("s3://a", "b")));

        add(event, event);
        add(event);

        assertThat(edges()).containsExactly("a -> b");
        assertThat(count("lineage_dataset")).isEqualTo(2);
    }

    @Test
    void dataHasItsOwnerUnderEveryName() {
        publish("finance", "s3://lake/finance");
        add(job("own", outputs(data("s3://lake", "finance", symlink("hive://m:9083", "db.finance")))));

        assertThat(store.domains(List.of(Address.of("hive://m:9083", "db.finance")))
                        .values())
                .containsExactly(Set.of("shop"));
    }

    @Test
    void partitionsOfAProductAreOneStep() {
        publish("orders", "s3://lake/orders");
        publish("report", "s3://lake/report");
        IntStream.range(0, 20)
                .forEach(day -> add(job(
                        "daily",
                        inputs(data("s3://lake", "orders/day=" + day)),
                        outputs(data("s3://lake", "report/day=" + day)))));

        LineageGraph graph = graph("shop.orders", Direction.DOWNSTREAM);

        assertThat(graph.hops()).hasSize(1);
        assertThat(graph.truncated()).isFalse();
    }

    @Test
    void aRunThatFailedTellsNothingOfItsData() {
        UUID run = UUID.randomUUID();
        add(run(run, "FAIL", "copy", inputs(data("s3://a", "a")), outputs(data("s3://a", "b"))));
        add(run(run, "ABORT", "copy", inputs(data("s3://a", "a")), outputs(data("s3://a", "b"))));

        assertThat(edges()).isEmpty();
        assertThat(jdbc.sql("select state from lineage_run").query(String.class).single())
                .isEqualTo("ABORT");
    }

    @Test
    void aDroppedTableWasMadeFromNothing() {
        add(run(
                UUID.randomUUID(),
                "COMPLETE",
                "drop",
                inputs(data("s3://a", "a")),
                outputs(data("s3://a", "b", "\"lifecycleStateChange\":{\"lifecycleStateChange\":\"DROP\"}"))));

        assertThat(edges()).isEmpty();
    }

    @Test
    void twoHalvesOfARunThatComeAtOnceStillMeet() {
        List<UUID> runs =
                IntStream.range(0, 30).mapToObj(i -> UUID.randomUUID()).toList();
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        for (UUID run : runs) {
            CountDownLatch both = new CountDownLatch(2);
            Stream.of(
                            run(run, "START", "j" + run, inputs(data("s3://a", "in" + run))),
                            run(run, "COMPLETE", "j" + run, outputs(data("s3://a", "out" + run))))
                    .map(event -> CompletableFuture.runAsync(
                            () -> transaction.executeWithoutResult(status -> {
                                both.countDown();
                                await(both);
                                add(event);
                            }),
                            Thread::startVirtualThread))
                    .toList()
                    .forEach(CompletableFuture::join);
        }

        assertThat(edges()).hasSize(runs.size());
    }

    @Test
    void datasetsOfPortsAreTheirProducts() {
        publish("orders", "s3://lake/orders");
        publish("report", "s3://lake/report");
        add(job("j", inputs(data("s3a://lake", "/orders")), outputs(data("s3://lake", "report/day=1/"))));

        assertThat(hops(graph("shop.orders", Direction.DOWNSTREAM))).containsExactly("shop.orders -> shop.report");
    }

    @Test
    void aProductThatIsPublishedLaterTakesItsDataOver() {
        publish("orders", "s3://lake/orders");
        add(job("j", inputs(data("s3://lake", "orders")), outputs(data("s3://lake", "report"))));
        assertThat(graph("shop.orders", Direction.DOWNSTREAM).distances().keySet())
                .anyMatch(Spot.Dataset.class::isInstance);

        publish("report", "s3://lake/report");

        assertThat(hops(graph("shop.orders", Direction.DOWNSTREAM))).containsExactly("shop.orders -> shop.report");
    }

    @Test
    void theProductThatNamesADatasetMostExactlyOwnsIt() {
        publish("lake", "s3://lake/shop");
        publish("orders", "s3://lake/shop/orders");
        publish("report", "s3://elsewhere/report");
        add(job("j", inputs(data("s3://lake", "shop/orders/day=1")), outputs(data("s3://elsewhere", "report"))));

        assertThat(hops(graph("shop.report", Direction.UPSTREAM))).containsExactly("shop.orders -> shop.report");
        assertThat(hops(graph("shop.lake", Direction.DOWNSTREAM))).isEmpty();
    }

    @Test
    void dataOfNobodyInBetweenIsShownAndFollowed() {
        publish("orders", "s3://lake/orders");
        publish("report", "s3://lake/report");
        add(
                job("j1", inputs(data("s3://lake", "orders")), outputs(data("s3://lake", "staging"))),
                job("j2", inputs(data("s3://lake", "staging")), outputs(data("s3://lake", "report"))));

        LineageGraph graph = graph("shop.report", Direction.UPSTREAM);

        assertThat(graph.distances())
                .containsEntry(new Spot.Product("shop.orders", null), 2)
                .hasSize(3);
        assertThat(lineage.impact("shop.orders", null).hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.distance()).isEqualTo(2));
    }

    @Test
    void namesOfOneDatasetAreOneWhicheverIsHeardOfFirst() {
        publish("orders", "s3://lake/orders");
        publish("report", "s3://lake/report");
        add(job("j1", inputs(data("hive://m:9083", "shop.orders")), outputs(data("s3://lake", "report"))));
        assertThat(hops(graph("shop.orders", Direction.DOWNSTREAM))).isEmpty();

        add(job("j2", outputs(data("s3://lake", "orders", symlink("hive://m:9083", "shop.orders")))));

        assertThat(hops(graph("shop.orders", Direction.DOWNSTREAM))).containsExactly("shop.orders -> shop.report");
    }

    @Test
    void declaredInputsAreEdgesToo() {
        publish("orders", "s3://lake/orders", "  inputs:", "    - {source: crm-customers, domain: sales}");
        publish("report", "s3://lake/report", "  inputs:", "    - {source: shop.orders}", "    - {source: 's3://x/y'}");
        publish("copy", "s3://lake/copy", "  inputs:", "    - {source: 's3://lake/orders'}");

        assertThat(hops(graph("shop.orders", Direction.DOWNSTREAM)))
                .containsExactlyInAnyOrder("shop.orders -> shop.report", "shop.orders -> shop.copy");
        assertThat(hops(graph("shop.report", Direction.UPSTREAM)))
                .containsExactlyInAnyOrder(
                        "shop.orders -> shop.report", "s3://x/y -> shop.report", "crm-customers -> shop.orders");
    }

    @Test
    void aNewVersionReplacesWhatTheOldOneDeclared() {
        publish("orders", "s3://lake/orders");
        publish("report", "s3://lake/report", "  inputs:", "    - {source: shop.orders}");
        publish("report", "s3://lake/report-v2", "  inputs:", "    - {source: sales.other}");

        assertThat(hops(graph("shop.orders", Direction.DOWNSTREAM))).isEmpty();
        assertThat(store.domains(List.of(Address.of("s3://lake", "report"), Address.of("s3://lake", "report-v2"))))
                .containsOnlyKeys(Address.of("s3://lake", "report-v2"));
    }

    @Test
    void circlesEnd() {
        publish("a", "s3://lake/a");
        publish("b", "s3://lake/b");
        add(
                job("ab", inputs(data("s3://lake", "a")), outputs(data("s3://lake", "b"))),
                job("ba", inputs(data("s3://lake", "b")), outputs(data("s3://lake", "a"))));

        assertThat(hops(lineage.ofProduct("shop.a", null, null, BOTH, 10).orElseThrow()))
                .containsExactlyInAnyOrder("shop.a -> shop.b", "shop.b -> shop.a");
        assertThat(lineage.impact("shop.a", null).hits()).hasSize(1);
    }

    @Test
    void fieldsAreFollowedThroughEveryStep() {
        publish("orders", "s3://lake/orders");
        publish("report", "s3://lake/report");
        publish("board", "s3://lake/board");
        add(
                run(
                        UUID.randomUUID(),
                        "COMPLETE",
                        "j1",
                        outputs(data("s3://lake", "report", column("total", "s3://lake", "orders", "amount")))),
                run(
                        UUID.randomUUID(),
                        "COMPLETE",
                        "j2",
                        outputs(data("s3://lake", "board", column("kpi", "s3://lake", "report", "total")))));

        Impact amount = lineage.impact("shop.orders", "amount");
        Impact other = lineage.impact("shop.orders", "id");

        assertThat(amount.hits()).extracting(hit -> hit.product().id()).containsExactly("shop.report", "shop.board");
        assertThat(amount.hits()).allMatch(Impact.Hit::certain);
        assertThat(other.hits()).isEmpty();
        LineageGraph graph = lineage.ofProduct("shop.board", null, "kpi", EnumSet.of(Direction.UPSTREAM), 5)
                .orElseThrow();
        assertThat(graph.distances().keySet())
                .extracting(spot -> ((Spot.Field) spot).name())
                .containsExactly("kpi", "total", "amount");
    }

    @Test
    void aFieldThatFiltersHitsTheWholeDataset() {
        publish("orders", "s3://lake/orders");
        publish("report", "s3://lake/report");
        add(job("j", outputs(data("s3://lake", "report", filter("s3://lake", "orders", "country")))));

        assertThat(lineage.impact("shop.orders", "country").hits())
                .singleElement()
                .matches(Impact.Hit::certain);
    }

    @Test
    void withoutFieldsAFieldMayHitWhatTheDatasetGoesInto() {
        publish("orders", "s3://lake/orders");
        publish("report", "s3://lake/report");
        publish("copy", "s3://lake/copy", "  inputs:", "    - {source: shop.orders}");
        add(job("j", inputs(data("s3://lake", "orders")), outputs(data("s3://lake", "report"))));

        assertThat(lineage.impact("shop.orders", "amount").hits()).hasSize(2).noneMatch(Impact.Hit::certain);
    }

    @Test
    void onlyThePortThatGoesHits() {
        publish("orders", "s3://lake/orders");
        publish("report", "s3://lake/report");
        add(job("j", inputs(data("s3://lake", "orders")), outputs(data("s3://lake", "report"))));

        assertThat(lineage.impact("shop.orders", "files", null, 5).hits()).hasSize(1);
        assertThat(lineage.exists("shop.orders", "none")).isFalse();
    }

    @Test
    void anImpactNamesOwnersAndConsumers() {
        publish("orders", "s3://lake/orders");
        publish("report", "s3://lake/report", "  inputs:", "    - {source: shop.orders}");

        assertThat(lineage.impact("shop.orders", null).hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.product().ownerContact()).isEqualTo("shop-team@example.com"));
    }

    @Test
    void aGraphThatIsTooLargeIsCutAndSaysSo() {
        publish("hub", "s3://lake/hub");
        add(IntStream.range(0, 3)
                .mapToObj(i -> job(
                        "j" + i,
                        inputs(data("s3://lake", "hub")),
                        outputs(IntStream.range(0, 900)
                                .mapToObj(n -> data("s3://lake", "t" + i + "-" + n))
                                .toArray(String[]::new))))
                .toArray(String[]::new));

        LineageGraph graph = graph("shop.hub", Direction.DOWNSTREAM);

        assertThat(graph.truncated()).isTrue();
        assertThat(graph.distances()).hasSize(1_000);
    }

    @Test
    void aDatasetIsFoundByItsNameWhateverColonsItHas() {
        add(job("j", inputs(data("postgres://db:5432", "shop.public.a")), outputs(data("s3://lake", "x:y"))));

        assertThat(lineage.ofDataset("postgres://db:5432:shop.public.a", null, BOTH, 1))
                .isPresent();
        assertThat(lineage.ofDataset("s3://lake:x:y", null, BOTH, 1)).isPresent();
        assertThat(lineage.ofDataset("s3://lake:none", null, BOTH, 1)).isEmpty();
    }

    @Test
    void theOldIsForgottenAndTheRestStays() {
        publish("orders", "s3://lake/orders");
        add(run(UUID.randomUUID(), "COMPLETE", "old", inputs(data("s3://a", "a")), outputs(data("s3://a", "b"))));
        jdbc.sql("update lineage_run set seen_at = now() - interval '31 days'").update();
        jdbc.sql("update lineage_edge set seen_at = now() - interval '500 days'")
                .update();
        jdbc.sql("update lineage_dataset set seen_at = now() - interval '500 days'")
                .update();
        jdbc.sql("update lineage_job set seen_at = now() - interval '500 days'").update();
        add(run(UUID.randomUUID(), "COMPLETE", "new", inputs(data("s3://a", "c")), outputs(data("s3://a", "b"))));
        jdbc.sql("update lineage_edge set seen_at = now() where seen_at > now() - interval '499 days'")
                .update();

        store.trim(Duration.ofDays(30), Duration.ofDays(400));

        assertThat(edges()).containsExactly("c -> b");
        assertThat(count("lineage_run")).isEqualTo(1);
        assertThat(count("lineage_job")).isEqualTo(1);
        assertThat(count("lineage_dataset")).isEqualTo(2);
    }

    private void add(String... events) {
        store.add(Stream.of(events).map(Events::read).toList());
    }

    private LineageGraph graph(String product, Direction direction) {
        return lineage.ofProduct(product, null, null, EnumSet.of(direction), 5).orElseThrow();
    }

    /** A version of {@code shop.<name>}, as the product's store writes it as far as lineage looks at it. */
    private static void publish(String name, String location, String... more) {
        String document = Contracts.contract(name, "1.0.0")
                        .replace("location: shop/" + name + ".csv", "location: '" + location + "'")
                + String.join("\n", more)
                + "\n";
        DataProduct product = Contracts.read(document).product();
        jdbc.sql("insert into product (id, latest_version) values (:id, '1.0.0') on conflict do nothing")
                .param("id", product.id())
                .update();
        jdbc.sql("""
                        insert into product_version (product_id, version, revision, domain, name, type, lifecycle, owner_contact, tags,
                            content_hash, submission_id, principal, submitted_at, published_at)
                        values (:id, '1.0.0', 1, 'shop', :name, 'source', 'production', :contact, '[]', '', gen_random_uuid(), '',
                            now(), now())
                        on conflict do nothing
                        """)
                .param("id", product.id())
                .param("name", name)
                .param("contact", product.owner().contact())
                .update();
        jdbc.sql("""
                        insert into product_contract (product_id, version, contract, document, media_type)
                        values (:id, '1.0.0', :contract, '', '') on conflict do nothing
                        """)
                .param("id", product.id())
                .param("contract", DataProductJson.write(product))
                .update();
        AddressRows.replace(jdbc, Collections.singleton(product));
    }

    private static List<String> hops(LineageGraph graph) {
        return graph.hops().stream().map(JdbcLineageTest::text).distinct().toList();
    }

    private static String text(Hop hop) {
        return name(hop.from()) + " -> " + name(hop.to());
    }

    private static String name(Spot spot) {
        return switch (spot) {
            case Spot.Product product -> product.id();
            case Spot.Dataset dataset -> String.valueOf(dataset.id());
            case Spot.Field field -> field.name();
            case Spot.Source source -> source.name();
        };
    }

    private static List<String> edges() {
        return jdbc.sql("""
                        select s.name || ' -> ' || t.name from lineage_edge e
                        join lineage_dataset s on s.id = e.source_id join lineage_dataset t on t.id = e.target_id
                        """).query(String.class).list();
    }

    private static int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
