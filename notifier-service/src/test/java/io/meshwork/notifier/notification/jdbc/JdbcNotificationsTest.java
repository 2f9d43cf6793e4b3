package io.meshwork.notifier.notification.jdbc;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.messaging.RetryJobLater;
import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.Given;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.subscription.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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
        jdbc.sql("truncate notification").update();
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
                notBefore,
                null);
    }
}
