package io.meshwork.notifier.subscription.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.notifier.schedule.Rhythm;
import io.meshwork.notifier.schedule.Schedule;
import io.meshwork.notifier.subscription.Channel;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

class SubscriptionSettingsTest {

    @Test
    void readsWhenAConfiguredSubscriberIsTold() throws Exception {
        var subscription = read("""
                mesh.subscriptions:
                  - id: calm
                    subscriber: ops
                    channel: email
                    target: ops@Example.com
                    schedule: { digest-at: "08:00", digest-days: [mon], zone: Europe/Berlin }
                """).toSubscriptions().getFirst();

        assertThat(subscription.channel()).isEqualTo(Channel.EMAIL);
        assertThat(subscription.target()).isEqualTo("ops@example.com");
        assertThat(subscription.schedule())
                .isEqualTo(new Schedule(
                        new Rhythm.Daily(LocalTime.of(8, 0), ZoneId.of("Europe/Berlin"), Set.of(DayOfWeek.MONDAY)),
                        null));
    }

    @Test
    void tellsAtOnceUnlessItSaysOtherwise() throws Exception {
        assertThat(read("mesh.subscriptions: [{ id: ops, subscriber: ops, channel: slack }]")
                        .toSubscriptions()
                        .getFirst()
                        .schedule())
                .isEqualTo(Schedule.AT_ONCE);
    }

    @Test
    void saysWhatIsWrongWithATimeThatYamlTakesForANumber() {
        assertThatThrownBy(() -> read("""
                mesh.subscriptions:
                  - id: calm
                    subscriber: ops
                    channel: slack
                    schedule: { quiet-from: 22:00, quiet-to: "07:00", zone: UTC }
                """).toSubscriptions())
                .hasMessageContaining("mesh.subscriptions: subscription 'calm': /schedule/quietFrom: '1320' is no time")
                .hasMessageContaining("in YAML with quotes");
    }

    @Test
    void saysWhereAConfiguredFilterIsWrong() {
        assertThatThrownBy(() -> read("""
                mesh.subscriptions:
                  - { id: bad, subscriber: ops, channel: slack, filter: "update.kindd == 'published'" }
                """).toSubscriptions())
                .hasMessageContaining("mesh.subscriptions: subscription 'bad': /filter: line 1, column 8: there is no");
    }

    private static SubscriptionSettings read(String yaml) throws Exception {
        var environment = new StandardEnvironment();
        List.copyOf(new YamlPropertySourceLoader().load("test", new ByteArrayResource(yaml.getBytes())))
                .forEach(environment.getPropertySources()::addFirst);
        return new Binder(ConfigurationPropertySources.from(environment.getPropertySources()))
                .bind("mesh", SubscriptionSettings.class)
                .get();
    }
}
