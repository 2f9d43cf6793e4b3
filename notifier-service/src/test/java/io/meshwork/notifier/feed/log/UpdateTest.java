package io.meshwork.notifier.feed.log;

import static io.meshwork.notifier.Given.NOW;
import static io.meshwork.notifier.Given.origin;
import static io.meshwork.notifier.feed.log.GivenUpdates.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.meshwork.notifier.Given;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Particulars;
import io.meshwork.notifier.news.Severity;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UpdateTest {

    private static final News NEWS = News.of(Kind.PUBLISHED, Severity.INFO, "published");

    @Test
    void hasTheSameIdHoweverOftenTheEventIsDecided() {
        assertThat(Update.of(occurrence(List.of()), List.of()).id())
                .isEqualTo(Update.of(occurrence(List.of("orders.email")), List.of("all"))
                        .id());
    }

    @Test
    void keepsTheFirstHundredOfThousandsOfChangedFieldsEachOnOneLine() {
        var fields = IntStream.range(0, 5_000)
                .mapToObj(i -> "orders.f" + i + "\nx".repeat(1_000))
                .toList();

        assertThat(Update.of(occurrence(fields), List.of()).changedFields())
                .hasSize(100)
                .allSatisfy(field -> assertThat(field).doesNotContain("\n").hasSizeLessThanOrEqualTo(400));
    }

    @Test
    void isNothingThatIsNotForConsumers() {
        var alert = Occurrence.alert(origin("e"), About.PLATFORM, NOW, NEWS);

        assertThatThrownBy(() -> Update.of(alert, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isSelectedByPatternDomainAndSubscriptionTogether() {
        var update = update("cart.orders", "mine");

        assertThat(new Selection(null, null, null).wants(update)).isTrue();
        assertThat(new Selection("cart.*", "cart", "mine").wants(update)).isTrue();
        assertThat(new Selection("*.orders", null, null).wants(update)).isTrue();
        assertThat(new Selection("cart.order", null, null).wants(update)).isFalse();
        assertThat(new Selection("cart.*", "sales", null).wants(update)).isFalse();
        assertThat(new Selection("cart.*", null, "theirs").wants(update)).isFalse();
    }

    private static Occurrence occurrence(List<String> changedFields) {
        return Occurrence.update(origin("e"), About.product(Given.orders()), NOW, NEWS)
                .with(Particulars.changed(changedFields, false));
    }
}
