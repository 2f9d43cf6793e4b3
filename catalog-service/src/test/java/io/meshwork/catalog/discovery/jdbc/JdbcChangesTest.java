package io.meshwork.catalog.discovery.jdbc;

import static io.meshwork.catalog.product.Contracts.contract;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.catalog.CatalogUnderTest;
import io.meshwork.catalog.discovery.Changes;
import io.meshwork.catalog.discovery.Entry;
import io.meshwork.catalog.discovery.Position.Window;
import io.meshwork.catalog.discovery.SchemaText;
import io.meshwork.catalog.discovery.Snapshot;
import io.meshwork.catalog.product.Listing;
import io.meshwork.catalog.product.ProductStore;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing that is changed is missed, on a real PostgreSQL. */
class JdbcChangesTest {

    private final CatalogUnderTest catalog = CatalogUnderTest.shared();
    private final JdbcClient jdbc = catalog.bean(JdbcClient.class);
    private final JdbcChanges changes = new JdbcChanges(jdbc);
    private Snapshot seen = changes.now().snapshot();

    @Test
    void aPublishedProductComesWithEverythingThatCanBeFound() {
        catalog.submit(contract("followed", "1.0.0"));

        assertThat(changed())
                .filteredOn(entry -> entry.id().equals("shop.followed"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.header().description()).isEqualTo("What customers ordered");
                    assertThat(entry.state()).isEqualTo(Listing.State.PENDING);
                    assertThat(entry.schema()).contains(new SchemaText("id", "Id of the order"));
                    assertThat(entry.formats()).containsExactly("csv");
                    assertThat(entry.owner()).isEqualTo("shop-team@example.com");
                });
    }

    @Test
    void whoeverChangesARowIsFollowed() {
        catalog.submit(contract("touched", "1.0.0"));
        changed();

        jdbc.sql("update product set state = 'listed' where id = 'shop.touched'")
                .update();
        assertThat(ids()).containsExactly("shop.touched");
        catalog.bean(ProductStore.class).refreshed(Map.of("shop.touched", Instant.parse("2026-05-01T00:00:00Z")));
        assertThat(ids()).containsExactly("shop.touched");
        catalog.bean(ProductStore.class).refreshed(Map.of("shop.touched", Instant.parse("2026-04-01T00:00:00Z")));
        assertThat(ids()).isEmpty();
    }

    @Test
    void aTransactionThatCommitsLateIsNotMissed() throws Exception {
        catalog.submit(contract("soon-committed", "1.0.0"));
        catalog.submit(contract("committed-late", "1.0.0"));
        changed();

        try (Connection late = catalog.bean(DataSource.class).getConnection()) {
            late.setAutoCommit(false);
            late.createStatement().execute("update product set state = 'listed' where id = 'shop.committed-late'");
            jdbc.sql("update product set state = 'listed' where id = 'shop.soon-committed'")
                    .update();

            assertThat(ids()).containsExactly("shop.soon-committed");
            assertThat(ids()).isEmpty();
            late.commit();
            assertThat(ids()).containsExactly("shop.committed-late");
            assertThat(ids()).isEmpty();
        }
    }

    @Test
    void whatIsRolledBackWasNoChange() throws Exception {
        catalog.submit(contract("undone", "1.0.0"));
        changed();

        try (Connection undone = catalog.bean(DataSource.class).getConnection()) {
            undone.setAutoCommit(false);
            undone.createStatement().execute("update product set state = 'blocked' where id = 'shop.undone'");
            undone.rollback();
        }

        assertThat(ids()).isEmpty();
    }

    @Test
    void aProductThatChangesWhileItsWindowIsReadIsInTheNext() {
        catalog.submit(contract("moving", "1.0.0"));
        Snapshot to = changes.now().snapshot();
        jdbc.sql("update product set state = 'listed' where id = 'shop.moving'").update();

        assertThat(read(seen, to, 100)).extracting(Entry::id).doesNotContain("shop.moving");
        assertThat(read(to, changes.now().snapshot(), 100))
                .extracting(Entry::id)
                .containsExactly("shop.moving");
    }

    @Test
    void aWindowIsReadInPages() {
        for (int i = 0; i < 7; i++) {
            catalog.submit(contract("paged-" + i, "1.0.0"));
        }
        Snapshot to = changes.now().snapshot();

        assertThat(read(seen, to, 2))
                .containsExactlyInAnyOrderElementsOf(read(seen, to, 100))
                .hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void aProductWithoutAVersionIsPassedOver() {
        jdbc.sql("insert into product (id) values ('shop.only-locked')").update();

        assertThat(ids()).isEmpty();
    }

    @Test
    void restoredRowsOfAServerWithHigherTransactionsAreReadOnceAtFirst() {
        catalog.submit(contract("restored", "1.0.0"));
        jdbc.sql("alter table product disable trigger product_changed").update();
        jdbc.sql("update product set changed_in = '999999999999'::xid8 where id = 'shop.restored'")
                .update();
        jdbc.sql("alter table product enable trigger product_changed").update();
        Snapshot to = changes.now().snapshot();

        assertThat(read(Snapshot.ORIGIN, to, 50)).extracting(Entry::id).containsOnlyOnce("shop.restored");
        jdbc.sql("insert into product (id) values ('shop.something-else')").update();
        assertThat(read(to, changes.now().snapshot(), 100)).isEmpty();
        jdbc.sql("update product set state = 'listed' where id = 'shop.restored'")
                .update();
        assertThat(read(to, changes.now().snapshot(), 100))
                .extracting(Entry::id)
                .containsExactly("shop.restored");
    }

    @Test
    void aContractThatCannotBeReadDoesNotHoldUpTheOthers() {
        catalog.submit(contract("unreadable", "1.0.0"));
        jdbc.sql("update product_contract set contract = '{' where product_id = 'shop.unreadable'")
                .update();

        assertThat(changed())
                .filteredOn(entry -> entry.id().equals("shop.unreadable"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.schema()).isEmpty());
    }

    @Test
    void theTablesAreKnownAgainUntilTheyAreRestored() {
        String before = changes.now().database();

        assertThat(changes.now().database()).isEqualTo(before);
        assertThat(before).matches("\\d+/\\d+/\\d+");
    }

    private List<String> ids() {
        return changed().stream().map(Entry::id).toList();
    }

    private List<Entry> changed() {
        Snapshot now = changes.now().snapshot();
        List<Entry> changed = read(seen, now, 100);
        seen = now;
        return changed;
    }

    private List<Entry> read(Snapshot from, Snapshot to, int limit) {
        List<Entry> all = new ArrayList<>();
        Window window = new Window(to, from.xmin(), "");
        while (window != null) {
            Changes.Page page = changes.read(from, window, limit);
            all.addAll(page.products());
            window = page.next();
        }
        return all;
    }
}
