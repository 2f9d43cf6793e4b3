package io.meshwork.quality.run.kafka;

import static java.util.Objects.requireNonNull;

import io.meshwork.contract.read.DataProductJson;
import io.meshwork.events.ProductPublished;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Cause;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import io.meshwork.quality.run.Followers;
import io.meshwork.quality.run.Run;
import io.meshwork.quality.run.ScanRequest;
import io.meshwork.quality.run.ScoreProducts;
import io.meshwork.quality.run.Version;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

@Component("productPublished")
final class ProductPublishedListener extends TopicListener<ProductPublished> {

    private final ScoreProducts scoring;
    private final Followers followers;
    private final Clock clock;

    ProductPublishedListener(ScoreProducts scoring, Followers followers, Clock clock) {
        super("product.published", ProductPublished.class);
        this.scoring = scoring;
        this.followers = followers;
        this.clock = clock;
    }

    @Override
    public String expectedKey(ProductPublished value) {
        return value.getProductId();
    }

    @Override
    protected void handle(Batch<ProductPublished> batch) {
        List<Version> versions = new ArrayList<>();
        Map<String, Cause> causes = new HashMap<>();
        for (Event<ProductPublished> event : batch.events()) {
            try {
                Version version = from(event.require());
                versions.add(version);
                causes.put(key(version.productId(), version.version()), event.cause());
                batch.release(waitingFor(version.productId()));
            } catch (JacksonException unreadable) {
                batch.refuse(
                        event, "the contract is not a product in canonical JSON: " + unreadable.getOriginalMessage());
            }
        }
        Set<Version> toScan = new HashSet<>(scoring.publish(versions));
        for (Version version : toScan) {
            ScanRequest request =
                    new ScanRequest(version.productId(), version.version(), ScanRequest.PUBLISHED, List.of());
            batch.enqueue(
                    requireNonNull(causes.get(request.key())),
                    ScanJob.KIND,
                    request.key(),
                    ScanJob.payload(request),
                    clock.instant());
        }
        List<Version> others =
                versions.stream().filter(v -> !toScan.contains(v)).toList();
        for (Run run : scoring.answerWithoutData(others)) {
            ScoreRecords.announce(
                    batch, requireNonNull(causes.get(key(run.productId(), run.version()))), run, List.of());
        }
        followers.published(versions);
    }

    private static Version from(ProductPublished record) {
        return new Version(
                record.getProductId(),
                record.getVersion(),
                record.getRevision(),
                record.getContract(),
                DataProductJson.read(record.getContract()),
                record.getPublishedAt());
    }

    private static String key(String productId, String version) {
        return productId + "@" + version;
    }

    static String waitingFor(String productId) {
        return "product:" + productId;
    }
}
