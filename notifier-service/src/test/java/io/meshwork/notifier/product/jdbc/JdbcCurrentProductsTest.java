package io.meshwork.notifier.product.jdbc;

import static io.meshwork.notifier.Given.NOW;
import static io.meshwork.notifier.Given.findings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.contract.model.Owner;
import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.product.CurrentProduct;
import io.meshwork.notifier.product.CurrentProducts.Page;
import io.meshwork.notifier.product.ProductVersion;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcCurrentProductsTest {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestPlatform.shared().jdbcUrl("notifier_store"), "postgres", "");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    private final JdbcCurrentProducts products = new JdbcCurrentProducts(jdbc);

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/messaging", "classpath:db/notifier")
                .load()
                .migrate();
        jdbc.sql("truncate current_product").update();
    }

    @Test
    void keepsTheHighestRevisionWhateverTheOrder() {
        products.keep(List.of(product("cart.orders", 2, "blocked"), product("cart.orders", 1, "pending")));
        products.keep(List.of(product("cart.orders", 1, "listed")));

        assertThat(products.page("", 10).products()).containsExactly(product("cart.orders", 2, "blocked"));
    }

    @Test
    void bringsBackWhatIsGoneOnlyWithAYoungerState() {
        products.keep(List.of(product("cart.orders", 7, "listed")));
        products.forget(Set.of("cart.orders", "cart.nothing"));
        assertThat(products.page("", 10).products()).isEmpty();

        products.keep(List.of(product("cart.orders", 7, "listed")));
        assertThat(products.page("", 10).products()).isEmpty();
        var again = product("cart.orders", 1, "pending", NOW.plusSeconds(1));
        products.keep(List.of(again));
        assertThat(products.page("", 10).products()).containsExactly(again);
    }

    @Test
    void goesThroughAllPageByPageWithBoundedReads() {
        var a = product("cart.a", 1, "listed");
        var c = product("cart.c", 1, "listed");
        products.keep(List.of(a, product("cart.b", 1, "listed"), c));
        products.forget(Set.of("cart.b"));

        assertThat(products.page("", 1)).isEqualTo(new Page(List.of(a), "cart.a"));
        assertThat(products.page("cart.a", 1)).isEqualTo(new Page(List.of(), "cart.b"));
        assertThat(products.page("cart.b", 2)).isEqualTo(new Page(List.of(c), null));
        assertThat(products.page("cart.c", 1)).isEqualTo(new Page(List.of(), null));
    }

    /** Whoever takes a listing looks for subscriptions afterwards; so one that was made meanwhile hears of it from the page. */
    @Test
    void aPageWaitsForListingsThatAreBeingTaken() {
        var late = product("cart.late", 1, "listed");
        var page = transaction.execute(_ -> {
            products.keep(List.of(late));
            var reading = CompletableFuture.supplyAsync(() -> transaction.execute(_ -> products.page("", 9)));
            awaitWhoWaits();
            return reading;
        });

        assertThat(page.join().products()).containsExactly(late);
    }

    @Test
    void listingsWaitForAPageThatIsBeingRead() {
        var late = product("cart.late", 1, "listed");
        var keeping = transaction.execute(_ -> {
            assertThat(products.page("", 9).products()).isEmpty();
            var taken = CompletableFuture.runAsync(
                    () -> transaction.executeWithoutResult(_ -> products.keep(List.of(late))));
            awaitWhoWaits();
            return taken;
        });

        keeping.join();
        assertThat(products.page("", 9).products()).containsExactly(late);
    }

    /** Returns when somebody waits for the lock of another. */
    private void awaitWhoWaits() {
        await().atMost(TestPlatform.PATIENCE)
                .until(() -> jdbc.sql("""
                                select exists (select from pg_locks where locktype = 'advisory' and not granted
                                    and database = (select oid from pg_database where datname = current_database()))""").query(Boolean.class).single());
    }

    private static CurrentProduct product(String id, long revision, String state) {
        return product(id, revision, state, NOW);
    }

    private static CurrentProduct product(String id, long revision, String state, Instant changedAt) {
        return new CurrentProduct(
                new ProductVersion(id, "1.0.0"),
                "Title",
                new Owner("team", "#team"),
                List.of("gold", "pii"),
                state,
                "compliant",
                "passed",
                98,
                findings("check"),
                revision,
                changedAt);
    }
}
