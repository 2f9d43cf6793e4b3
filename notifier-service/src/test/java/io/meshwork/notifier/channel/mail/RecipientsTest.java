package io.meshwork.notifier.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.notifier.Given;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Filter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipientsTest {

    @Test
    void mailGoesToDomainsThatAreNamedAndNowhereElse() {
        var recipients = recipients("mail", "Example.com", "*.teams.example.org", "bücher.example");

        assertThat(List.of(
                        "a@example.com", "a@x.teams.example.org", "a@y.x.teams.example.org", "a@xn--bcher-kva.example"))
                .allSatisfy(address -> assertThat(recipients.obstacle(address)).isEmpty());
        assertThat(List.of(
                        "a@evil.example",
                        "a@sub.example.com",
                        "a@teams.example.org",
                        "a@notexample.com",
                        "a@example.com.evil.example",
                        "a@evilteams.example.org",
                        "no address"))
                .allSatisfy(address -> assertThat(recipients.obstacle(address))
                        .hasValueSatisfying(reason -> assertThat(reason).contains("mesh.mail.allowed-domains")));
    }

    @Test
    void mailGoesNowhereUnlessSomebodyNamesADomain() {
        assertThat(recipients("mail").obstacle("a@example.com"))
                .hasValue(
                        "mail may not go to 'example.com'; operators add the domain to mesh.mail.allowed-domains, which"
                                + " is empty");
        assertThat(recipients("", "example.com").obstacle("a@example.com"))
                .hasValue("no mail server is configured; set mesh.mail.host");
    }

    @Test
    void doesNotSpeakForOtherChannels() {
        assertThat(recipients("").obstacle(Given.subscription("s", Channel.SLACK, Filter.ALL)))
                .isEmpty();
    }

    @Test
    void refusesASettingThatIsNoDomain() {
        for (var domain : List.of("*", "*example.com", "a@example.com", "", "exa mple.com", "*.*.com", "127.0.0.1")) {
            assertThatThrownBy(() -> recipients("mail", domain)).hasMessageContaining("'" + domain + "' is no domain");
        }
    }

    private static Recipients recipients(String host, String... domains) {
        var time = Duration.ofSeconds(1);
        return new Recipients(new MailSettings(
                host,
                25,
                null,
                null,
                null,
                "m@example.com",
                null,
                List.of(domains),
                time,
                1,
                1,
                time,
                time,
                1,
                time,
                time,
                time,
                time));
    }
}
