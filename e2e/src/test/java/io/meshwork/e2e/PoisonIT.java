package io.meshwork.e2e;

import static io.meshwork.e2e.RunningMesh.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.meshwork.events.ProductPublished;
import io.meshwork.events.ProductSubmitted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One record in a hundred is rubbish; the others must not notice. */
class PoisonIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static RunningMesh mesh;

    @BeforeAll
    static void startMesh() throws Exception {
        mesh = RunningMesh.start(false, Map.of());
    }

    @AfterAll
    static void stopMesh() {
        mesh.close();
    }

    @Test
    void everyHealthySubmissionIsPublishedAndEveryRottenOneKept() {
        IntStream.range(0, 1_000).forEach(i -> {
            if (i % 100 == 50) {
                mesh.sendRaw("product.submitted", "poison.p" + i, rubbish(i));
            } else {
                mesh.send(
                        "product.submitted",
                        "poison.p" + i,
                        ProductSubmitted.newBuilder()
                                .setDocument(Contracts.compliant("poison", "p" + i))
                                .build());
            }
        });
        mesh.flush();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mesh.read("product.published", ProductPublished.class).stream()
                                .filter(r -> r.key().startsWith("poison.")))
                        .hasSize(990));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(letters("catalog", "product.submitted")).isEqualTo(10));
    }

    @ParameterizedTest
    @CsvSource({
        "product.published, policy",
        "product.published, quality",
        "product.published, notifier",
        "policy.evaluated, catalog",
        "policy.evaluated, notifier",
        "quality.scored, catalog",
        "quality.scored, notifier",
        "product.refreshed, quality",
        "product.listing, notifier",
        "product.rejected, notifier"
    })
    void rubbishOnAnyTopicEndsInTheDeadLettersOfItsReaders(String topic, String service) {
        int before = letters(service, topic);

        mesh.sendRaw(topic, "poison.any", rubbish(service.hashCode()));
        mesh.flush();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(letters(service, topic)).isGreaterThan(before));
    }

    private static int letters(String service, String topic) {
        return (int) mesh.readRaw(service + ".dlt").stream()
                .filter(r -> RunningMesh.topic(topic).equals(header(r, "kafka_dlt-original-topic")))
                .filter(r -> !header(r, "mesh-dlt-reason").isBlank())
                .count();
    }

    private static byte[] rubbish(int i) {
        return ("rubbish " + i).getBytes(StandardCharsets.UTF_8);
    }
}
