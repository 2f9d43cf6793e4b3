package io.meshwork.notifier.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MailGateTest {

    private static final MimeMessage MAIL = new MimeMessage(Session.getInstance(new Properties()));

    private final List<Instant> sent = new ArrayList<>();
    private Answer answer = new Answer.Accepted();

    @Test
    void leavesAServerAloneThatKeepsFailingAndTriesItAgain() {
        var gate = gate(60_000);
        answer = new Answer.Unavailable("down");
        for (int i = 0; i < 4; i++) {
            gate.send(MAIL);
        }

        assertThat(gate.send(MAIL)).isInstanceOf(Answer.Spared.class);
        assertThat(sent).hasSize(4);
        answer = new Answer.Accepted();
        await().until(() -> gate.send(MAIL) instanceof Answer.Accepted);
    }

    @Test
    void oneRecipientsTroubleIsNotTheServers() {
        var gate = gate(60_000);
        for (var trouble : List.of(new Answer.Refused("no such user"), new Answer.Deferred("mailbox full"))) {
            answer = trouble;
            for (int i = 0; i < 10; i++) {
                assertThat(gate.send(MAIL)).isEqualTo(trouble);
            }
        }
    }

    @Test
    void sendsNoMoreThanSoManyInAMinute() {
        var gate = gate(600);
        for (int i = 0; i < 5; i++) {
            gate.send(MAIL);
        }

        assertThat(Duration.between(sent.getFirst(), sent.getLast())).isGreaterThan(Duration.ofMillis(280));
    }

    private MailGate gate(int perMinute) {
        var time = Duration.ofMillis(200);
        var settings = new MailSettings(
                "mail",
                25,
                null,
                null,
                null,
                "m@example.com",
                null,
                List.of(),
                time,
                perMinute,
                1,
                time,
                time,
                4,
                time,
                time,
                time,
                time);
        return new MailGate(
                _ -> {
                    sent.add(Instant.now());
                    return answer;
                },
                settings);
    }
}
