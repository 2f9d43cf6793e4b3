package io.meshwork.notifier;

import io.meshwork.contract.model.Owner;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Identity;
import io.meshwork.notifier.news.About;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.news.Origin;
import io.meshwork.notifier.notification.DeliveryState;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.product.Finding;
import io.meshwork.notifier.product.Judged;
import io.meshwork.notifier.product.KnownProduct;
import io.meshwork.notifier.product.Listed;
import io.meshwork.notifier.product.ProductVersion;
import io.meshwork.notifier.product.Scored;
import io.meshwork.notifier.subscription.Channel;
import io.meshwork.notifier.subscription.Filter;
import io.meshwork.notifier.subscription.Subscription;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Facts that tests start from. */
public final class Given {

    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final ProductVersion ORDERS = new ProductVersion("cart.orders", "1.2.0");

    private Given() {}

    public static KnownProduct orders() {
        return new KnownProduct(ORDERS, "Orders", new Owner("cart-team", "#cart"), List.of("pii", "gold"), 3);
    }

    public static Origin origin(String name, Instant time) {
        var id = Identity.of(name);
        return new Origin(id, time, new Cause(id, id.toString(), null));
    }

    public static Origin origin(String name) {
        return origin(name, NOW);
    }

    public static List<Finding> findings(String... codes) {
        return Arrays.stream(codes)
                .map(code -> new Finding(code, code + " is wrong", null))
                .toList();
    }

    public static List<Finding> findings(int count) {
        return findings(
                IntStream.rangeClosed(1, count).mapToObj(i -> "check-" + i).toArray(String[]::new));
    }

    public static Judged judged(long position, String verdict, String... rules) {
        return new Judged(ORDERS, verdict, 8, findings(rules), null, NOW.plus(position, ChronoUnit.MICROS));
    }

    public static Judged spared(long position, Instant blocksAt, String... rules) {
        return new Judged(ORDERS, "warnings", 8, findings(rules), blocksAt, NOW.plus(position, ChronoUnit.MICROS));
    }

    public static Scored scored(long position, String status, double score, String... failures) {
        return new Scored(ORDERS, position, status, score, null, findings(failures), List.of(), NOW);
    }

    public static Listed listed(long position, String state, String... reasons) {
        return new Listed(ORDERS, position, state, findings(reasons), NOW);
    }

    public static Subscription subscription(String id, Channel channel, Filter filter) {
        return new Subscription(id, id + "-team", null, filter, channel, null, true);
    }

    public static Notification waiting(News news, About about) {
        return waitingFor("ops", news, about);
    }

    public static Notification waitingFor(String subscription, News news, About about) {
        return new Notification(
                UUID.nameUUIDFromBytes(news.headline().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                origin(news.headline()),
                about,
                news,
                subscription,
                Channel.SLACK,
                "",
                new Notification.Delivery(DeliveryState.WAITING, null),
                0,
                0,
                null,
                null);
    }
}
