package io.meshwork.notifier.notification.jdbc;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.messaging.RetryJobLater;
import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.Given;
import io.meshwork.notifier.NotifierSettings;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.notification.Notifications;
import io.meshwork.notifier.subscription.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcNotificationsTest {

    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Instant MUCH_LATER = NOW.plusSeconds(3_600);

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestPlatform.shared().jdbcUrl("notifier_notifications"), "postgres", "");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JdbcNotifications notifications = new JdbcNotifications(jdbc);

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/messaging", "classpath:db/notifier")
                .load()
                .migrate();
        jdbc.sql("truncate notification, incident_line, incident cascade").update();
    }

    @Test
    void keepsWhenANotificationMayBeSent() {
        record(waiting("digest", LATER), waiting("at once", null));

        assertThat(waiting(LATER)).containsExactly(waiting("digest", LATER), waiting("at once", null));
    }

    @Test
    void whatIsForLaterHoldsUpNothing() {
        record(waiting("digest", LATER), waiting("at once", null));

        assertThat(waiting(NOW)).containsExactly(waiting("at once", null));
        assertThat(waiting(LATER.minusNanos(1_000))).hasSize(1);
        assertThat(waiting(LATER)).hasSize(2);
    }

    @Test
    void knowsWhatMayBeSentFirst() {
        assertThat(notifications.next(Channel.SLACK, "")).isEmpty();
        record(waiting("tomorrow", MUCH_LATER));
        record(waiting("soon", LATER));
        assertThat(notifications.next(Channel.SLACK, "")).contains(waiting("soon", LATER));

        record(waiting("at once", null));
        assertThat(notifications.next(Channel.SLACK, "")).contains(waiting("at once", null));
        assertThat(notifications.next(Channel.SLACK, "sales")).isEmpty();
    }

    @Test
    void aChannelComesBackWhenTheFirstOfWhatWaitsIsDue() {
        assertThat(notifications.due(Channel.SLACK, "", NOW, 10)).isEmpty();
        record(waiting("tomorrow", MUCH_LATER), waiting("soon", LATER));

        assertThatThrownBy(() -> notifications.due(Channel.SLACK, "", NOW, 10))
                .isInstanceOfSatisfying(
                        RetryJobLater.class, later -> assertThat(later.delay()).isEqualTo(Duration.ofSeconds(60)));
        assertThat(notifications.due(Channel.SLACK, "", LATER, 10)).containsExactly(waiting("soon", LATER));
    }

    @Test
    void letsAllThatIncidentsHoldBeLookedAtAgain() {
        record(ofIncident("held", 1L), ofIncident("due", 2L), waiting("digest", LATER));
        notifications.hold(List.of(ofIncident("held", 1L)), MUCH_LATER, "silenced");

        assertThat(notifications.release(NOW)).containsExactly(new Notifications.Address(Channel.SLACK, ""));

        assertThat(waiting(NOW)).extracting(one -> one.news().headline()).containsExactly("held", "due");
        assertThat(notifications.ofIncident(1, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.notification().notBefore()).isEqualTo(NOW);
            assertThat(entry.notification().delivery().reason()).isNull();
        });
    }

    @Test
    void findsWhatAnIncidentHoldsThoughTheClockWasPutBackAndLeavesDigestsToTheirMoment() {
        record(ofIncident("held", 1L, LATER), waiting("digest", LATER));

        assertThat(waiting(NOW.minusSeconds(3600))).containsExactly(ofIncident("held", 1L, LATER));
    }

    @Test
    void isNotPutOffByAChannelThatReadItBeforeItWasReleased() {
        record(ofIncident("due", 2L));
        var readBefore = waiting(NOW);

        notifications.release(NOW);
        notifications.hold(readBefore, MUCH_LATER, "silenced by what has ended since");

        assertThat(waiting(NOW)).hasSize(1);
    }

    @Test
    void keepsToTheHoursOfASubscriberWhenASilenceEnds() {
        record(ofIncident("at night", 3L, LATER));

        assertThat(notifications.release(NOW)).isEmpty();

        assertThat(waiting(NOW)).isEmpty();
    }

    @Test
    void trimsIncidentsWithWhatIsKnownOfThemUnlessSomethingWaits() {
        for (var number : List.of(1, 2, 3)) {
            jdbc.sql("""
                            insert into incident (number, subject, cause, state, tags, kind, severity, headline, details, rank,
                                opened_at, changed_at, alerts, flaps, revision)
                            values (?, 'cart.orders', ?, ?, '{}', 'quality_failed', 'warning', 'x', '', 0, now(), ?, 1, 0, 1)""")
                    .params(number, "cause " + number, number == 3 ? "open" : "resolved", NOW.atOffset(ZoneOffset.UTC))
                    .update();
            jdbc.sql("insert into incident_line (subject, cause, number) values ('cart.orders', ?, ?)")
                    .params("cause " + number, number)
                    .update();
        }
        record(ofIncident("still to be told", 2L));
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        var keep = new NotifierSettings(Duration.ofDays(1), true, true, Duration.ofDays(30));

        new Retention(jdbc, transaction, keep, Clock.fixed(NOW.plus(Duration.ofDays(31)), ZoneOffset.UTC)).trim();

        assertThat(jdbc.sql("select number from incident order by number")
                        .query(Long.class)
                        .list())
                .containsExactly(2L, 3L);
        assertThat(jdbc.sql("select number from incident_line order by number")
                        .query(Long.class)
                        .list())
                .containsExactly(2L, 3L);
    }

    private static Notification ofIncident(String headline, long incident) {
        return ofIncident(headline, incident, null);
    }

    private static Notification ofIncident(String headline, long incident, @Nullable Instant notBefore) {
        var one = waiting(headline, notBefore);
        return new Notification(
                one.id(),
                one.origin(),
                one.about(),
                one.news(),
                one.subscriptionId(),
                one.channel(),
                one.target(),
                one.delivery(),
                one.attempts(),
                one.triedBefore(),
                notBefore,
                incident);
    }

    private void record(Notification... decided) {
        assertThat(notifications.record(List.of(decided), NOW)).hasSize(decided.length);
    }

    private List<Notification> waiting(Instant now) {
        return notifications.waiting(Channel.SLACK, "", now, 10);
    }

    private static Notification waiting(String headline, @Nullable Instant notBefore) {
        var one = Given.waiting(News.of(Kind.PUBLISHED, Severity.INFO, headline), About.PLATFORM);
        return new Notification(
                one.id(),
                one.origin(),
                one.about(),
                one.news(),
                one.subscriptionId(),
                one.channel(),
                one.target(),
                one.delivery(),
                one.attempts(),
                one.triedBefore(),
                notBefore,
                null);
    }
}
