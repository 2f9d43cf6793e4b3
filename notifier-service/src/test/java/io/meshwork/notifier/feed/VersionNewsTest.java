package io.meshwork.notifier.feed;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.product.ProductVersion;
import io.meshwork.notifier.product.VersionMoved;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionNewsTest {

    private static final Instant SUNSET = Instant.parse("2027-02-19T10:00:00Z");

    @Test
    void tellsWhoHasToMoveUntilWhenAndWhereTo() {
        var news = VersionNews.of(moved("deprecated", null, "finance", "crm"));

        assertThat(news.kind()).isEqualTo(Kind.VERSION_DEPRECATED);
        assertThat(news.severity()).isEqualTo(Severity.WARNING);
        assertThat(news.headline()).isEqualTo("cart.orders 1.0.0 is deprecated and ends on 2027-02-19, use 2.0.0");
        assertThat(news.details())
                .containsExactly(
                        "Version 2.0.0 changes the type of id.",
                        "finance has not acknowledged",
                        "crm has not acknowledged");
        assertThat(news.advice()).contains("mesh ack cart.orders@1.0.0");
    }

    @Test
    void tellsWhoHasMovedAndWhoHasNot() {
        assertThat(VersionNews.of(moved("acknowledged", "finance", "crm")).headline())
                .isEqualTo("finance has moved away from cart.orders 1.0.0, still on it: crm");
        assertThat(VersionNews.of(moved("acknowledged", "crm")).headline())
                .isEqualTo("crm has moved away from cart.orders 1.0.0, nobody is left on it");
    }

    @Test
    void tellsThatAVersionIsGone() {
        var news = VersionNews.of(moved("retired", null));

        assertThat(news.kind()).isEqualTo(Kind.VERSION_RETIRED);
        assertThat(news.headline()).isEqualTo("cart.orders 1.0.0 is retired, use 2.0.0");
    }

    private static VersionMoved moved(String change, String consumer, String... waiting) {
        return new VersionMoved(
                new ProductVersion("cart.orders", "1.0.0"),
                change,
                "Version 2.0.0 changes the type of id.",
                "2.0.0",
                SUNSET,
                List.of(waiting),
                consumer,
                NOW);
    }
}
