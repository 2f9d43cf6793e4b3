package io.meshwork.notifier.feed;

import static io.meshwork.notifier.Given.NOW;
import static io.meshwork.notifier.Given.ORDERS;
import static io.meshwork.notifier.Given.findings;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.Owner;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.product.CurrentProduct;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CurrentNewsTest {

    @Test
    void tellsHowAProductStandsInOneLineAndWhy() {
        var news = CurrentNews.of(product("blocked", "violated", "passed", 98));

        assertThat(news.kind()).isEqualTo(Kind.CURRENT);
        assertThat(news.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(news.headline())
                .isEqualTo(
                        "cart.orders 1.2.0 (Orders) is blocked, violates mandatory policies, passed its quality checks"
                                + " at 98 %");
        assertThat(news.details()).containsExactly("pii: pii is wrong");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(CurrentNews.of(product("pending", "unknown", "unknown", null))
                        .headline())
                .isEqualTo("cart.orders 1.2.0 (Orders) waits for its verdicts");
        assertThat(CurrentNews.of(product("listed", "odd", "odd", null)).headline())
                .isEqualTo("cart.orders 1.2.0 (Orders) is listed, compliance odd, quality odd");
    }

    private static CurrentProduct product(String state, String compliance, String quality, @Nullable Integer percent) {
        return new CurrentProduct(
                ORDERS,
                "Orders",
                new Owner("cart-team", null),
                List.of(),
                state,
                compliance,
                quality,
                percent,
                findings("pii"),
                3,
                NOW);
    }
}
