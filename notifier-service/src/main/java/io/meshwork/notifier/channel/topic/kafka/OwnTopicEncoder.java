package io.meshwork.notifier.channel.topic.kafka;

import io.meshwork.messaging.Identity;
import io.meshwork.messaging.kafka.EncodedRecord;
import io.meshwork.messaging.kafka.Headers;
import io.meshwork.messaging.kafka.RecordEncoder;
import io.meshwork.notifier.channel.topic.TopicNames;
import io.meshwork.notifier.news.Links;
import io.meshwork.notifier.notification.Notification;
import io.meshwork.notifier.notification.kafka.UpdateRecords;
import java.util.LinkedHashMap;
import org.springframework.stereotype.Component;

/** The records of topics of subscriptions. */
@Component
class OwnTopicEncoder {

    private static final String FEED = "product.updates";

    private final RecordEncoder encoder;
    private final TopicNames names;
    private final Links links;

    OwnTopicEncoder(RecordEncoder encoder, TopicNames names, Links links) {
        this.encoder = encoder;
        this.names = names;
        this.links = links;
    }

    /**
     * The same event as on the public feed, under the same {@code ce_id}: who reads both takes it once. Its schema is that of the
     * feed, whose id the registry gives to equal schemas of all subjects.
     */
    EncodedRecord encode(Notification notification) {
        var value = UpdateRecords.toRecord(notification, links);
        var origin = notification.origin();
        var id = Identity.ofOutcome(origin.cause().id(), FEED, value.getProductId(), 1);
        var encoded = encoder.encode(id, origin.cause(), FEED, value.getProductId(), value);
        var headers = new LinkedHashMap<>(encoded.headers());
        headers.put(Headers.TIME, origin.time().toString());
        headers.put(
                Headers.DATA_SCHEMA, "/subjects/" + names.subject(notification.subscriptionId()) + "/versions/latest");
        return new EncodedRecord(
                id, names.topic(notification.subscriptionId()), encoded.key(), encoded.value(), headers);
    }
}
