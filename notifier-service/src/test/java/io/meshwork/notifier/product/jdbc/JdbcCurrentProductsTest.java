package io.meshwork.notifier.product.jdbc;

import static io.meshwork.notifier.Given.NOW;
import static io.meshwork.notifier.Given.findings;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.Owner;
import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.product.CurrentProduct;
import io.meshwork.notifier.product.CurrentProducts.Wanted;
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

    private static final Wanted ALL = new Wanted(Set.of(), Set.of(), Set.of());

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

        assertThat(products.page(ALL, "", 10)).containsExactly(product("cart.orders", 2, "blocked"));
    }

    @Test
    void bringsBackWhatIsGoneOnlyWithAYoungerState() {
        products.keep(List.of(product("cart.orders", 7, "listed")));
        products.forget(Set.of("cart.orders", "cart.nothing"));
        assertThat(products.page(ALL, "", 10)).isEmpty();

        products.keep(List.of(product("cart.orders", 7, "listed")));
        assertThat(products.page(ALL, "", 10)).isEmpty();
        var again = product("cart.orders", 1, "pending", NOW.plusSeconds(1));
        products.keep(List.of(again));
        assertThat(products.page(ALL, "", 10)).containsExactly(again);
    }

    @Test
    void findsWhatAFilterAsksForPageByPage() {
        products.keep(List.of(
                product("cart.a", 1, "listed"), product("cart.b", 1, "listed"), product("checkout.a", 1, "listed")));

        assertThat(ids(ALL, "", 2)).containsExactly("cart.a", "cart.b");
        assertThat(ids(ALL, "cart.b", 2)).containsExactly("checkout.a");
        assertThat(ids(new Wanted(Set.of("*.a", "none"), Set.of(), Set.of()), "", 9))
                .containsExactly("cart.a", "checkout.a");
        assertThat(ids(new Wanted(Set.of("*.a"), Set.of("cart"), Set.of("gold")), "", 9))
                .containsExactly("cart.a");
        assertThat(ids(new Wanted(Set.of(), Set.of(), Set.of("silver")), "", 9)).isEmpty();
    }

    /** Whoever takes a listing looks for subscriptions afterwards; so one that was made meanwhile hears of it from the page. */
    @Test
    void aPageWaitsForListingsThatAreBeingTaken() {
        var page = transaction.execute(_ -> {
            products.keep(List.of(product("cart.late", 1, "listed")));
            return CompletableFuture.supplyAsync(() ->
                    transaction.execute(_ -> ids(new Wanted(Set.of("cart.late"), Set.of(), Set.of()), "", 9)));
        });

        assertThat(page.join()).containsExactly("cart.late");
    }

    private List<String> ids(Wanted wanted, String after, int limit) {
        return products.page(wanted, after, limit).stream()
                .map(product -> product.ref().productId())
                .toList();
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
