package io.meshwork.notifier.channel.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.Notification;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification as a <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">CloudEvent in JSON</a>:
 * the same bytes at every try.
 *
 * @param id of the notification, which is also the webhook-id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "specversion",
    "id",
    "source",
    "type",
    "subject",
    "time",
    "datacontenttype",
    "correlationid",
    "traceparent",
    "data"
})
record WebhookEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        @Nullable String subject,
        Instant time,
        String datacontenttype,
        String correlationid,
        @Nullable String traceparent,
        Update data) {

    static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    /** As the record of {@code product.updates}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({
        "productId",
        "version",
        "kind",
        "severity",
        "headline",
        "details",
        "subscriptions",
        "link",
        "occurredAt"
    })
    record Update(
            @Nullable String productId,
            @Nullable String version,
            String kind,
            String severity,
            String headline,
            List<String> details,
            List<String> subscriptions,
            @Nullable URI link,
            Instant occurredAt) {}

    static WebhookEvent of(Notification notification, String mesh, Links links) {
        var about = notification.about();
        var news = notification.news();
        var origin = notification.origin();
        return new WebhookEvent(
                "1.0",
                notification.id(),
                "/" + mesh + "/notifier",
                "io.meshwork.product.updates.v1",
                about.productId(),
                origin.time(),
                "application/json",
                origin.cause().correlationId(),
                origin.cause().traceparent(),
                new Update(
                        about.productId(),
                        about.version(),
                        news.kind().word(),
                        news.severity().word(),
                        news.headline(),
                        news.details(),
                        List.of(notification.subscriptionId()),
                        about.productId() == null ? null : links.product(about.productId()),
                        origin.time()));
    }
}
