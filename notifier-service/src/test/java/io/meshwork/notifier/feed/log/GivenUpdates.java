package io.meshwork.notifier.feed.log;

import io.meshwork.messaging.Identity;
import io.meshwork.notifier.Given;
import io.meshwork.notifier.news.Kind;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Updates that tests start from. */
public final class GivenUpdates {

    private GivenUpdates() {}

    /** One with an id of its own. */
    public static Update update(String product, String... subscriptions) {
        return named(UUID.randomUUID().toString(), product, subscriptions);
    }

    public static Update named(String name, String product, String... subscriptions) {
        return telling(News.of(Kind.PUBLISHED, Severity.INFO, name), product, Arrays.asList(subscriptions));
    }

    public static Update telling(News news, String product, List<String> subscriptions) {
        var id = Identity.of(product, news.headline());
        return new Update(id, Identity.of("event", id), product, "1.0.0", news, List.of(), subscriptions, Given.NOW);
    }

    public static Entry entry(long position, Update update) {
        return new Entry(position, Given.NOW.plusSeconds(position), update);
    }
}
