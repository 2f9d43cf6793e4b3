package io.meshwork.policy.evaluation.kafka;

import io.meshwork.events.ProductPublished;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.BrokenInfrastructure;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import io.meshwork.policy.evaluation.Evaluation;
import io.meshwork.policy.evaluation.Evaluation.Judged;
import io.meshwork.policy.evaluation.JudgedVersion;
import io.meshwork.policy.evaluation.PublishedVersion;
import io.meshwork.policy.evaluation.VersionId;
import io.meshwork.policy.inforce.Reevaluation;
import io.meshwork.policy.inforce.Walk;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component("productPublished")
class ProductPublishedListener extends TopicListener<ProductPublished> {

    private final Evaluation evaluation;
    private final Clock clock;

    ProductPublishedListener(Evaluation evaluation, Clock clock) {
        super("product.published", ProductPublished.class);
        this.evaluation = evaluation;
        this.clock = clock;
    }

    @Override
    public String expectedKey(ProductPublished value) {
        return value.getProductId();
    }

    @Override
    protected void handle(Batch<ProductPublished> batch) {
        List<PublishedVersion> versions =
                batch.events().stream().map(ProductPublishedListener::version).toList();
        switch (evaluation.judge(versions)) {
            case Judged.NoPolicies() ->
                throw new BrokenInfrastructure(
                        "no policy set is in force yet; see /api/v1/policies/problems",
                        new IllegalStateException("products are judged as soon as there is one"));
            case Judged.Done done -> answer(batch, done);
        }
    }

    private void answer(Batch<ProductPublished> batch, Judged.Done done) {
        Map<VersionId, JudgedVersion> fresh = new HashMap<>();
        done.announced().forEach(judged -> fresh.put(judged.id(), judged));
        for (Event<ProductPublished> event : batch.events()) {
            VersionId id = new VersionId(
                    event.require().getProductId(), event.require().getVersion());
            JudgedVersion judged = fresh.remove(id);
            String reason = done.unreadable().get(id);
            if (judged != null) {
                VerdictRecords.announce(batch, event.cause(), judged);
            } else if (reason != null) {
                batch.refuse(event, reason);
            }
            if (done.upstreams().contains(id.productId())) {
                Reevaluation.enqueue(batch, event.cause(), new Walk.Downstream(id.productId()), clock.instant());
            }
        }
    }

    private static PublishedVersion version(Event<ProductPublished> event) {
        ProductPublished value = event.require();
        return new PublishedVersion(
                value.getProductId(),
                value.getVersion(),
                value.getDomain(),
                value.getRevision(),
                value.getContract(),
                value.getPreviousVersion(),
                FactsJson.changes(value.getChanges()));
    }
}
