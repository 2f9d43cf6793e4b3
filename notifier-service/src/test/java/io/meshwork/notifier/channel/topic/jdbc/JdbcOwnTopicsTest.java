package io.meshwork.notifier.channel.topic.jdbc;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.messaging.testkit.TestPlatform;
import io.meshwork.notifier.channel.topic.Rights;
import io.meshwork.notifier.channel.topic.TopicState;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class JdbcOwnTopicsTest {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestPlatform.shared().jdbcUrl("notifier_store"), "postgres", "");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JdbcOwnTopics topics = new JdbcOwnTopics(jdbc);

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/messaging", "classpath:db/notifier")
                .load()
                .migrate();
        jdbc.sql("truncate own_topic").update();
    }

    @Test
    void countsWhatTheOtherSubscriptionsOfATeamHaveAndNotWhatTheyWaitFor() {
        topics.save(state("mine", true));
        topics.save(state("other", true));
        topics.save(state("ending", true).until(NOW));
        topics.save(state("refused", false).withTrouble("the broker is away"));
        topics.save(state("going", true).going(NOW));

        assertThat(topics.others("sales", "mine")).isEqualTo(2);
        assertThat(topics.others("rival", "mine")).isZero();
    }

    @Test
    void keepsThatItGoes() {
        topics.save(state("orders", true).going(NOW));

        assertThat(topics.find("orders")).contains(state("orders", true).going(NOW));
    }

    @Test
    void keepsWhyItCannotBeWrittenToUntilItCan() {
        topics.save(state("orders", true));
        topics.written("orders", "no leader\0");
        topics.save(state("orders", true).withTrouble("grant it yourself"));

        assertThat(topics.find("orders").orElseThrow().troubles()).isEqualTo("grant it yourself; no leader");
        topics.written("orders", null);
        assertThat(topics.find("orders").orElseThrow().troubles()).isEqualTo("grant it yourself");
    }

    private static TopicState state(String id, boolean made) {
        return new TopicState(id, "sales", Duration.ofHours(48), made, made ? Rights.NOBODY : null, null, null, null);
    }
}
