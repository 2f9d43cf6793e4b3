package io.meshwork.notifier.matching;

import static io.meshwork.notifier.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.meshwork.contract.model.Owner;
import io.meshwork.notifier.Given;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Occurrence;
import io.meshwork.notifier.news.Severity;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Filter;
import io.meshwork.notifier.subscription.Hearing;
import io.meshwork.notifier.subscription.Patience;
import io.meshwork.notifier.subscription.Stored;
import io.meshwork.notifier.subscription.Subscription;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionIndexTest {

    private static final List<String> PATTERNS =
            List.of("*", "**", "cart.*", "*.orders", "cart.orders", "c*t.o*s", "car*", "media.films", "cart.orders*");
    private static final List<String> DOMAINS = List.of("cart", "car", "media");
    private static final List<String> TAGS = List.of("gold", "pii", "silver");
    private static final List<String> EXPRESSIONS = List.of(
            "update.severity == 'critical'",
            "'gold' in update.tags || update.kind.startsWith('quality')",
            "update.domain == 'cart'",
            "update.productId.endsWith('s') && update.score < 0.5");
    private static final List<String> PRODUCTS = List.of("cart.orders", "cart.carts", "media.films", "car.s", "odd");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void answersAsReadingAllSubscriptionsWould(long seed) {
        var random = new Random(seed);
        var index = new SubscriptionIndex();
        Map<String, Subscription> standing = new HashMap<>();
        for (int revision = 1; revision <= 2_000; revision++) {
            var subscription = new Subscription(
                    "s" + random.nextInt(300), "t", null, filter(random), Channel.FEED, null, random.nextInt(5) > 0);
            standing.put(subscription.id(), subscription);
            index.put(stored(subscription, revision));
            if (revision % 20 == 0) {
                var about = about(random);
                var news = news(random);
                var active =
                        standing.values().stream().filter(Subscription::active).toList();
                var found = index.candidates(about, List.of(news.kind().word()));
                assertThat(wanted(found, about, news)).isEqualTo(wanted(active, about, news));
                assertThat(heard(found, about, news)).isEqualTo(heard(active, about, news));
            }
        }
    }

    @Test
    void looksAtNoSubscriptionToOtherProductsDomainsTagsOrKinds() {
        var index = new SubscriptionIndex();
        put(index, "a", new Filter(Set.of("cart.orders"), Set.of(), Set.of(), Set.of(), Severity.INFO));
        put(index, "b", new Filter(Set.of("media.*"), Set.of(), Set.of(), Set.of(), Severity.INFO));
        put(index, "c", new Filter(Set.of("*.films"), Set.of("media"), Set.of(), Set.of(), Severity.INFO));
        put(index, "d", new Filter(Set.of(), Set.of(), Set.of("silver"), Set.of(), Severity.INFO));
        put(index, "e", new Filter(Set.of(), Set.of(), Set.of(), Set.of("quality_failed"), Severity.INFO));
        put(index, "f", Filter.ALL);

        assertThat(index.candidates(About.product(Given.orders()), List.of("published")))
                .extracting(Subscription::id)
                .containsExactly("a", "f");
    }

    @Test
    void keepsTheLaterRevisionWhicheverComesFirst() {
        var index = new SubscriptionIndex();
        var later = Given.subscription("a", Channel.FEED, Filter.ALL);
        var earlier = Given.subscription("a", Channel.SLACK, Filter.ALL);
        index.put(stored(later, 2));
        index.put(stored(earlier, 1));

        assertThat(index.candidates(About.PLATFORM, List.of())).containsExactly(later);
        assertThat(index.size()).isEqualTo(1);
    }

    private static Set<String> wanted(Collection<Subscription> subscriptions, About about, News news) {
        Set<String> ids = new HashSet<>();
        subscriptions.stream()
                .filter(subscription -> subscription.filter().wants(about, news))
                .forEach(subscription -> assertThat(ids.add(subscription.id())).isTrue());
        return ids;
    }

    /** With what the expressions say, or cannot say, of it. */
    private static Map<String, News> heard(Collection<Subscription> subscriptions, About about, News news) {
        var hearing = new Hearing(Occurrence.update(Given.origin("news"), about, NOW, news), new Patience());
        Map<String, News> heard = new HashMap<>();
        subscriptions.forEach(
                subscription -> hearing.of(news, subscription).ifPresent(told -> heard.put(subscription.id(), told)));
        return heard;
    }

    private static Filter filter(Random random) {
        return plain(random).where(random.nextBoolean() ? null : EXPRESSIONS.get(random.nextInt(EXPRESSIONS.size())));
    }

    private static Filter plain(Random random) {
        return new Filter(
                some(random, PATTERNS),
                some(random, DOMAINS),
                some(random, TAGS),
                some(random, Kind.words()),
                Severity.values()[random.nextInt(3)]);
    }

    private static Set<String> some(Random random, List<String> words) {
        Set<String> some = new HashSet<>();
        IntStream.range(0, random.nextInt(4) * random.nextInt(4))
                .forEach(_ -> some.add(words.get(random.nextInt(words.size()))));
        return some;
    }

    private static About about(Random random) {
        var product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
        return switch (random.nextInt(10)) {
            case 0 -> About.PLATFORM;
            case 1 -> About.domain(product.split("\\.")[0], null);
            default -> About.ofProduct(product, null, null, new Owner(null, null), List.copyOf(some(random, TAGS)));
        };
    }

    private static News news(Random random) {
        var kinds = Kind.values();
        return News.of(kinds[random.nextInt(kinds.length)], Severity.values()[random.nextInt(3)], "news");
    }

    private static void put(SubscriptionIndex index, String id, Filter filter) {
        index.put(stored(Given.subscription(id, Channel.FEED, filter), 1));
    }

    private static Stored stored(Subscription subscription, long revision) {
        return new Stored(subscription, Stored.Source.REQUEST, revision, "alice", NOW);
    }
}
