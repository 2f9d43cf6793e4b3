package io.meshwork.notifier.alert;

import static io.meshwork.notifier.Given.origin;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.alert.DeadLetters.Letter;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.News;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    @Test
    void foldsLettersOfTheSameTroubleIntoOneAlertWithACount() {
        var letters = IntStream.range(0, 1_000)
                .mapToObj(i -> letter("catalog", "unknown schema id " + i, i))
                .toList();

        var alerts = DeadLetters.fold(letters);

        assertThat(alerts).hasSize(1);
        assertThat(alert(alerts.getFirst()).headline())
                .isEqualTo("catalog could not handle 1000 records of mesh.product.submitted.v1");
        assertThat(alert(alerts.getFirst()).details()).hasSize(6).last().isEqualTo("and 995 more");
    }

    @Test
    void keepsDifferentServicesAndReasonsApart() {
        var alerts = DeadLetters.fold(List.of(
                letter("catalog", "bad magic", 1), letter("policy", "bad magic", 2), letter("policy", "null", 3)));

        assertThat(alerts).hasSize(3);
    }

    @Test
    void takesQuotedWordsForParticulars() {
        var alerts = DeadLetters.fold(
                List.of(letter("catalog", "the key 'a' differs", 1), letter("catalog", "the key 'b' differs", 2)));

        assertThat(alerts).hasSize(1);
    }

    @Test
    void saysWhereTheRecordStoodAndWhy() {
        var alert = DeadLetters.fold(List.of(letter("quality", "bad magic", 7))).getFirst();

        assertThat(alert.about()).isEqualTo(About.PLATFORM);
        assertThat(alert(alert).headline()).isEqualTo("quality could not handle a record of mesh.product.submitted.v1");
        assertThat(alert(alert).details())
                .containsExactly("mesh.product.submitted.v1-0@7 (key cart.orders): bad magic");
    }

    @Test
    void namesTheCommandsThatShowAndGiveBackByTheTopicItIsInAndHowOftenItCameBack() {
        var forged = new Letter(
                origin("forged"), "policy:0:17", "policy", "x; rm -rf /", "t", "t-0@1", null, "bad magic", 2);

        var alert = alert(DeadLetters.fold(List.of(forged)).getFirst());

        assertThat(alert.advice())
                .contains(
                        "mesh dlt list --service policy ",
                        "GET /api/v1/dead-letters/policy:0:17",
                        "mesh dlt replay policy --all")
                .doesNotContain("rm -rf");
        assertThat(alert.details()).containsExactly("t-0@1, after 2 replays: bad magic");
    }

    private static News alert(io.meshwork.notifier.news.Occurrence occurrence) {
        return Objects.requireNonNull(occurrence.alert());
    }

    private static Letter letter(String service, String reason, int offset) {
        var topic = "mesh.product.submitted.v1";
        return new Letter(
                origin(service + reason + offset),
                service + ":0:" + offset,
                service,
                service,
                topic,
                topic + "-0@" + offset,
                "cart.orders",
                reason,
                0);
    }
}
