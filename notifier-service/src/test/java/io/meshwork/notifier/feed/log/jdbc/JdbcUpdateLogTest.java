package io.meshwork.notifier.feed.log.jdbc;

import static io.meshwork.notifier.feed.log.GivenUpdates.named;
import static io.meshwork.notifier.feed.log.GivenUpdates.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.feed.log.Entry;
import io.meshwork.notifier.feed.log.Selection;
import io.meshwork.notifier.feed.log.Update;
import io.meshwork.notifier.feed.log.UpdateLog.Range;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One order for all readers, whatever the order of commits. */
class JdbcUpdateLogTest {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestPlatform.shared().jdbcUrl("notifier_updates"), "postgres", "");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final TransactionTemplate another = new TransactionTemplate(
            new DataSourceTransactionManager(database),
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    private final JdbcUpdateLog log = new JdbcUpdateLog(jdbc, another);

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/messaging", "classpath:db/notifier")
                .load()
                .migrate();
        jdbc.sql("truncate product_update").update();
        jdbc.sql("update product_update_head set last = 0, trimmed = 0").update();
    }

    @Test
    void givesBackWhatWasTold() {
        var told = new Update(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "cart.orders",
                null,
                new News(Kind.PUBLISHED, Severity.WARNING, "headline", List.of("one", "two"), "advice"),
                List.of("orders.a", "orders.b"),
                List.of("all", "mine"),
                Instant.now().truncatedTo(ChronoUnit.MICROS));

        add(told);

        assertThat(log.after(0, 10).entries()).extracting(Entry::update).containsExactly(told);
    }

    @Test
    void storesWhatNobodyHasToldBeforeOnly() {
        var told = update("cart.orders");

        add(told, told);
        add(told);

        assertThat(names(0)).hasSize(1);
    }

    @Test
    void showsNothingBeforeItsCommit() {
        transaction.executeWithoutResult(status -> {
            log.append(List.of(update("cart.orders")));
            log.place();
            assertThat(names(0)).isEmpty();
            status.setRollbackOnly();
        });
        placeAll();

        assertThat(names(0)).isEmpty();
    }

    /** The reader has read past the number that the late one was given when it began. */
    @Test
    void skipsNothingThatIsCommittedLaterThoughItBeganEarlier() {
        var seen = new ArrayList<String>();
        transaction.executeWithoutResult(_ -> {
            log.append(List.of(named("early", "cart.a")));
            another.executeWithoutResult(_ -> log.append(List.of(named("late", "cart.b"))));
            placeAll();
            seen.addAll(names(0));
        });
        placeAll();

        assertThat(seen).containsExactly("late");
        assertThat(names(1)).containsExactly("early");
        assertThat(names(0)).containsExactly("late", "early");
    }

    @Test
    void leavesPlacingToTheReplicaThatIsJustDoingIt() {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select last from product_update_head for update")
                    .query(Long.class)
                    .single();
            another.executeWithoutResult(_ -> log.append(List.of(update("cart.a"))));

            assertThat(log.place()).isFalse();
        });

        assertThat(log.place()).isTrue();
    }

    @Test
    void givesEachPositionOnceAndInOrderHoweverManyPlace() {
        var writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 50; i++) {
                        another.executeWithoutResult(_ -> log.append(List.of(update("cart.a"), update("cart.b"))));
                        log.place();
                    }
                }))
                .toArray(CompletableFuture[]::new);
        var seen = new ArrayList<Entry>();
        while (seen.size() < 400) {
            log.place();
            seen.addAll(log.after(seen.isEmpty() ? 0 : seen.getLast().position(), 100)
                    .entries());
        }
        CompletableFuture.allOf(writers).join();

        assertThat(seen)
                .extracting(Entry::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 400).boxed().toList());
        assertThat(seen).extracting(Entry::toldAt).isSorted();
        assertThat(log.newest()).isEqualTo(seen.getLast().place());
    }

    @Test
    void selectsAsStreamsDo() {
        var updates = List.of(
                update("cart.orders", "all", "mine"), update("cart.order_lines", "all"), update("sales.orders", "all"));
        add(updates.toArray(Update[]::new));

        for (var selection : List.of(
                select(null, null, null),
                select("cart.orders", null, null),
                select("cart.*", null, null),
                select("*.orders", null, null),
                select("cart.order*lines", null, null),
                select("cart%", null, null),
                select("cart.order__ines", null, null),
                select(null, "cart", null),
                select("*", "sales", "all"),
                select(null, null, "mine"),
                select(null, null, "al"))) {
            assertThat(log.before(new Range(selection, 100, null, 10)).reversed())
                    .as(selection.toString())
                    .extracting(Entry::update)
                    .containsExactlyElementsOf(
                            updates.stream().filter(selection::wants).toList());
        }
    }

    @Test
    void pagesFromTheNewestOn() {
        for (int i = 1; i <= 5; i++) {
            add(named("n" + i, "cart.orders"));
        }

        var first = log.before(new Range(select(null, null, null), Long.MAX_VALUE, null, 2));
        var rest =
                log.before(new Range(select(null, null, null), first.getLast().position(), null, 10));

        assertThat(headlines(first)).containsExactly("n5", "n4");
        assertThat(headlines(rest)).containsExactly("n3", "n2", "n1");
        var third = rest.getFirst().toldAt();
        assertThat(headlines(log.before(new Range(select(null, null, null), Long.MAX_VALUE, third, 10))))
                .containsExactly("n5", "n4", "n3");
    }

    @Test
    void forgetsTheOldestAndRemembersUpToWhere() {
        add(named("old", "cart.a"), named("older", "cart.b"));
        jdbc.sql("update product_update set told_at = told_at - interval '31 days'")
                .update();
        add(named("new", "cart.c"));

        trimming().trim();
        trimming().trim();

        var kept = log.after(0, 10);
        assertThat(kept.trimmed()).isEqualTo(2);
        assertThat(headlines(kept.entries())).containsExactly("new");
    }

    @Test
    void forgetsNothingThatIsNew() {
        add(update("cart.a"));

        trimming().trim();

        assertThat(names(0)).hasSize(1);
    }

    private Trimming trimming() {
        return new Trimming(jdbc, another, new LogSettings(Duration.ofDays(30)), Clock.systemUTC());
    }

    private void add(Update... updates) {
        another.executeWithoutResult(_ -> log.append(List.of(updates)));
        placeAll();
    }

    private void placeAll() {
        while (log.place()) {
            // until all have a position
        }
    }

    private List<String> names(long after) {
        return headlines(log.after(after, 100).entries());
    }

    private static List<String> headlines(List<Entry> entries) {
        return entries.stream().map(entry -> entry.update().news().headline()).toList();
    }

    private static Selection select(@Nullable String product, @Nullable String domain, @Nullable String subscription) {
        return new Selection(product, domain, subscription);
    }
}
