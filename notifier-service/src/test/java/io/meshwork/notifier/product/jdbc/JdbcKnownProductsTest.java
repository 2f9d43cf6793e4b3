package io.meshwork.notifier.product.jdbc;

import static io.meshwork.notifier.Given.ORDERS;
import static io.meshwork.notifier.Given.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.product.Aspect;
import io.meshwork.notifier.product.KnownProduct;
import io.meshwork.notifier.product.ProductVersion;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcKnownProductsTest {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestPlatform.shared().jdbcUrl("notifier_store"), "postgres", "");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final JdbcKnownProducts products = new JdbcKnownProducts(jdbc);
    private final JdbcStandings standings = new JdbcStandings(jdbc);

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/messaging", "classpath:db/notifier")
                .load()
                .migrate();
        jdbc.sql("truncate known_product, standing").update();
    }

    @Test
    void remembersWhatItWasTold() {
        assertThat(products.remember(List.of(orders()))).containsExactly(ORDERS);

        assertThat(products.find(Set.of(ORDERS))).containsOnlyKeys(ORDERS).containsValue(orders());
        assertThat(products.remember(List.of(orders()))).isEmpty();
    }

    @Test
    void knowsTheNewestVersionOfAProduct() {
        var newer =
                new KnownProduct(new ProductVersion("cart.orders", "1.10.0"), "New", orders().owner(), List.of(), 4);
        products.remember(List.of(newer, orders()));
        transaction.executeWithoutResult(_ -> products.find(Set.of(new ProductVersion("cart.orders", "9.0.0"))));

        assertThat(products.newest(Set.of("cart.orders", "cart.nothing")))
                .containsOnlyKeys("cart.orders")
                .containsValue(newer);
    }

    @Test
    void letsAPublicationWaitForWhoeverParksAFactAboutIt() {
        var publication = new AtomicReference<CompletableFuture<Void>>();
        transaction.executeWithoutResult(_ -> {
            assertThat(products.find(Set.of(ORDERS))).isEmpty();
            publication.set(CompletableFuture.runAsync(
                    () -> transaction.executeWithoutResult(_ -> products.remember(List.of(orders()))),
                    Thread::startVirtualThread));
            awaitBlockedSession();
            assertThat(publication.get()).isNotDone();
        });

        assertThat(publication.get()).succeedsWithin(Duration.ofSeconds(10));
        assertThat(products.find(Set.of(ORDERS))).isNotEmpty();
    }

    @Test
    void letsAFactWaitForWhoeverPublishesItsVersion() {
        var fact = new AtomicReference<CompletableFuture<Boolean>>();
        transaction.executeWithoutResult(_ -> {
            products.remember(List.of(orders()));
            fact.set(CompletableFuture.supplyAsync(
                    () -> Boolean.TRUE.equals(transaction.execute(
                            _ -> products.find(Set.of(ORDERS)).containsKey(ORDERS))),
                    Thread::startVirtualThread));
            awaitBlockedSession();
        });

        assertThat(fact.get()).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
    }

    @Test
    void forgetsAProductAltogether() {
        products.remember(List.of(orders()));
        transaction.executeWithoutResult(_ -> standings.lock(Aspect.QUALITY, Set.of(ORDERS)));

        assertThat(products.forget(Set.of("cart.orders"))).containsOnlyKeys("cart.orders");

        assertThat(jdbc.sql("select count(*) from standing")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(products.newest(Set.of("cart.orders"))).isEmpty();
    }

    private void awaitBlockedSession() {
        await().atMost(TestPlatform.PATIENCE)
                .until(() -> JdbcClient.create(new DriverManagerDataSource(
                                        database.getUrl() + "&ApplicationName=watch", "postgres", ""))
                                .sql(
                                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                                .query(Integer.class)
                                .single()
                        > 0);
    }
}
