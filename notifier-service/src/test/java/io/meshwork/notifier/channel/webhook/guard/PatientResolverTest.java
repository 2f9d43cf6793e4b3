package io.meshwork.notifier.channel.webhook.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PatientResolverTest {

    private static final List<InetAddress> FOUND = List.of(InetAddress.ofLiteral("93.184.215.14"));

    private final CountDownLatch answer = new CountDownLatch(1);

    @Test
    void waitsForNameServersOnlySoLongAndAsksNotTooManyAtOnce() {
        Resolver silent = host -> {
            await(host);
            return FOUND;
        };
        try (var resolver = new PatientResolver(silent, 1, Duration.ofMillis(100))) {
            assertThatThrownBy(() -> resolver.resolve("slow.example")).hasMessageContaining("within 100 ms");
            assertThatThrownBy(() -> resolver.resolve("fast.example")).hasMessageContaining("too many");
            answer.countDown();
        }
    }

    @Test
    void findsWhatTheSystemFinds() throws UnknownHostException {
        try (var resolver = new PatientResolver(_ -> FOUND, 1, Duration.ofSeconds(5))) {
            assertThat(resolver.resolve("hooks.example")).isEqualTo(FOUND);
        }
    }

    @Test
    void saysThatThereIsNoSuchHost() {
        Resolver nobody = host -> {
            throw new UnknownHostException(host + ": Name or service not known");
        };
        try (var resolver = new PatientResolver(nobody, 2, Duration.ofSeconds(5))) {
            assertThatThrownBy(() -> resolver.resolve("no.example"))
                    .isInstanceOf(UnknownHostException.class)
                    .hasMessage("there is no such host");
        }
    }

    private void await(String host) {
        try {
            if (host.startsWith("slow")) {
                answer.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
