package io.meshwork.notifier.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.notifier.Given;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilterTest {

    private static final About ORDERS = About.product(Given.orders());
    private static final News BLOCKED = News.of(Kind.PRODUCT_BLOCKED, Severity.CRITICAL, "blocked");
    private static final News PUBLISHED = News.of(Kind.PUBLISHED, Severity.INFO, "published");

    @Test
    void wantsEverythingWhenNothingIsStated() {
        assertThat(Filter.ALL.wants(ORDERS, PUBLISHED)).isTrue();
        assertThat(Filter.ALL.wants(About.PLATFORM, BLOCKED)).isTrue();
    }

    @Test
    void matchesProductsByWildcard() {
        assertThat(products("cart.*").wants(ORDERS, PUBLISHED)).isTrue();
        assertThat(products("*.orders").wants(ORDERS, PUBLISHED)).isTrue();
        assertThat(products("cart.orders").wants(ORDERS, PUBLISHED)).isTrue();
        assertThat(products("c*t.*d*s").wants(ORDERS, PUBLISHED)).isTrue();
        assertThat(products("cart.order").wants(ORDERS, PUBLISHED)).isFalse();
        assertThat(products("carts.*").wants(ORDERS, PUBLISHED)).isFalse();
        assertThat(products("checkout.*", "cart.*").wants(ORDERS, PUBLISHED)).isTrue();
    }

    @Test
    void takesADotForADotAndNotForAnyCharacter() {
        assertThat(products("cartXorders", "cart*x").wants(ORDERS, PUBLISHED)).isFalse();
    }

    @Test
    void answersAPatternOfManyStarsAtOnce() {
        assertThat(products("*a".repeat(60) + "b").wants(About.unknown("a".repeat(120), null), PUBLISHED))
                .isFalse();
    }

    @Test
    void matchesTheDomainAndNotItsBeginning() {
        assertThat(new Filter(Set.of(), Set.of("cart"), Set.of(), Set.of(), Severity.INFO).wants(ORDERS, PUBLISHED))
                .isTrue();
        assertThat(new Filter(Set.of(), Set.of("car"), Set.of(), Set.of(), Severity.INFO).wants(ORDERS, PUBLISHED))
                .isFalse();
    }

    @Test
    void matchesAnyOfTheTags() {
        assertThat(new Filter(Set.of(), Set.of(), Set.of("gold", "x"), Set.of(), Severity.INFO)
                        .wants(ORDERS, PUBLISHED))
                .isTrue();
        assertThat(new Filter(Set.of(), Set.of(), Set.of("silver"), Set.of(), Severity.INFO).wants(ORDERS, PUBLISHED))
                .isFalse();
    }

    @Test
    void leavesOutWhatIsLessSevereOrOfAnotherKind() {
        var warnings = new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Severity.WARNING);
        var blocked = new Filter(Set.of(), Set.of(), Set.of(), Set.of("product_blocked"), Severity.INFO);

        assertThat(warnings.wants(ORDERS, PUBLISHED)).isFalse();
        assertThat(warnings.wants(ORDERS, BLOCKED)).isTrue();
        assertThat(blocked.wants(ORDERS, PUBLISHED)).isFalse();
        assertThat(blocked.wants(ORDERS, BLOCKED)).isTrue();
    }

    @Test
    void passesOnlyNewsThatSaysThatOneOfItsFieldsChanged() {
        var email = changed("orders.customer.email", "orders.total*");
        assertThat(email.wants(ORDERS, PUBLISHED, List.of("orders.id", "orders.customer.email")))
                .isTrue();
        assertThat(email.wants(ORDERS, PUBLISHED, List.of("orders.totals"))).isTrue();
        assertThat(email.wants(ORDERS, PUBLISHED, List.of("orders.id"))).isFalse();
        assertThat(email.wants(ORDERS, PUBLISHED)).isFalse();
    }

    @Test
    void takesAFieldForChangedWhenSomethingInsideItOrAroundItIs() {
        assertThat(changed("orders.customer").wants(ORDERS, PUBLISHED, List.of("orders.customer.email")))
                .isTrue();
        assertThat(changed("orders.customer.email").wants(ORDERS, PUBLISHED, List.of("orders.customer")))
                .isTrue();
        assertThat(changed("orders.customer").wants(ORDERS, PUBLISHED, List.of("orders.customers")))
                .isFalse();
    }

    @Test
    void passesNewsOfThePlatformOnlyWhereProductsAreOpen() {
        assertThat(products("cart.*").wants(About.PLATFORM, BLOCKED)).isFalse();
        assertThat(products("*").wants(About.PLATFORM, BLOCKED)).isTrue();
        assertThat(new Filter(Set.of(), Set.of("cart"), Set.of(), Set.of(), Severity.INFO)
                        .wants(About.PLATFORM, BLOCKED))
                .isFalse();
    }

    private static Filter changed(String... fields) {
        return new Filter(Set.of(), Set.of(), Set.of(), Set.of(), Severity.INFO, Set.of(fields));
    }

    private static Filter products(String... patterns) {
        return new Filter(Set.of(patterns), Set.of(), Set.of(), Set.of(), Severity.INFO);
    }
}
