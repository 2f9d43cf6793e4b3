package io.meshwork.notifier.matching.jdbc;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.Given;
import io.meshwork.notifier.matching.InForce;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Filter;
import io.meshwork.notifier.subscription.Subscription;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The index says what the table says at the moment of a decision, whoever changed it. */
class InForceTest {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestPlatform.shared().jdbcUrl("notifier_matching"), "postgres", "");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private final TransactionTemplate another =
            new TransactionTemplate(new DataSourceTransactionManager(database), aNewOne());
    private final InForce inForce = new InForce(new JdbcChanges(jdbc));

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/messaging", "classpath:db/notifier")
                .load()
                .migrate();
        jdbc.sql("truncate subscription").update();
    }

    @Test
    void seesWhatWasCommittedBeforeAndNothingElse() {
        save("a", 1, true);
        assertThat(now()).containsExactly("a");

        save("b", 1, true);
        save("a", 2, false);
        assertThat(now()).containsExactly("b");
    }

    @Test
    void seesWhatIsCommittedLaterThoughItBeganEarlier() {
        transaction.executeWithoutResult(_ -> {
            save("early", 1, true);
            another.executeWithoutResult(_ -> save("late", 1, true));
            another.executeWithoutResult(_ -> assertThat(now()).containsExactly("late"));
        });

        assertThat(now()).containsExactly("early", "late");
    }

    @Test
    void seesWhatItsOwnTransactionChangedAndForgetsItWithARollback() {
        save("a", 1, true);
        save("b", 1, true);
        assertThat(now()).containsExactly("a", "b");

        transaction.executeWithoutResult(status -> {
            another.executeWithoutResult(_ -> save("a", 2, false));
            save("a", 3, true);
            save("b", 2, false);
            save("c", 1, true);
            assertThat(now()).containsExactly("a", "c");
            another.executeWithoutResult(_ -> assertThat(now()).containsExactly("b"));
            status.setRollbackOnly();
        });

        assertThat(now()).containsExactly("b");
    }

    @Test
    void seesWhatItsOwnTransactionChangesAfterItLooked() {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select pg_current_xact_id()::text").query(String.class).single();
            another.executeWithoutResult(_ -> save("other", 1, true));
            assertThat(now()).containsExactly("other");
            save("own", 1, true);
        });

        assertThat(now()).containsExactly("other", "own");
    }

    @Test
    void readsMoreThanOnePageAtOnce() {
        jdbc.sql("""
                        insert into subscription (id, subscriber, products, domains, tags, event_types, minimum_severity,
                            channel, active, source, revision, principal, changed_at)
                        select 's' || n, 't', '{}', '{}', '{}', '{}', 'info', 'feed', true, 'request', 1, 'p', now()
                        from generate_series(1, 10001) as n""").update();

        assertThat(now()).hasSize(10_001);
    }

    private List<String> now() {
        return inForce.now().candidates(About.PLATFORM, List.of()).stream()
                .map(Subscription::id)
                .toList();
    }

    private void save(String id, long revision, boolean active) {
        var wanted = Given.subscription(id, Channel.FEED, Filter.ALL);
        jdbc.sql("""
                        insert into subscription (id, subscriber, products, domains, tags, event_types, minimum_severity,
                            channel, active, source, revision, principal, changed_at)
                        values (:id, :subscriber, '{}', '{}', '{}', '{}', 'info', 'feed', :active, 'request', :revision, 'p',
                            :at)
                        on conflict (id) do update set active = excluded.active, revision = excluded.revision""")
                .param("id", wanted.id())
                .param("subscriber", wanted.subscriber())
                .param("active", active)
                .param("revision", revision)
                .param("at", java.sql.Timestamp.from(NOW))
                .update();
    }

    private static TransactionDefinition aNewOne() {
        return new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }
}
