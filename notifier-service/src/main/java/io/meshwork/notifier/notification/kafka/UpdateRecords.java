package io.meshwork.notifier.notification.kafka;

import io.meshwork.events.ProductUpdate;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.news.News;
import io.meshwork.notifier.notification.Notification;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Updates as consumers read them, on the public feed and on topics of their own. */
public final class UpdateRecords {

    private UpdateRecords() {}

    /** @throws IllegalArgumentException when it is not about a product */
    public static ProductUpdate toRecord(Notification notification, Links links) {
        var about = notification.about();
        var productId = about.productId();
        if (productId == null) {
            throw new IllegalArgumentException("only news about a product goes to its consumers: " + notification);
        }
        return toRecord(
                productId,
                about.version(),
                notification.news(),
                List.of(notification.subscriptionId()),
                links,
                notification.origin().time());
    }

    static ProductUpdate toRecord(
            String productId,
            @Nullable String version,
            News news,
            List<String> subscriptions,
            Links links,
            Instant occurredAt) {
        return ProductUpdate.newBuilder()
                .setProductId(productId)
                .setVersion(version)
                .setKind(news.kind().word())
                .setSeverity(news.severity().word())
                .setHeadline(news.headline())
                .setDetails(news.details())
                .setSubscriptions(subscriptions)
                .setLink(links.product(productId).toString())
                .setOccurredAt(occurredAt)
                .build();
    }
}
