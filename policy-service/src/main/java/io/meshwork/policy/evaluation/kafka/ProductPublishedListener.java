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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component("productPublished")
class ProductPublishedListener extends TopicListener<ProductPublished> {

    private final Evaluation evaluation;

    ProductPublishedListener(Evaluation evaluation) {
        super("product.published", ProductPublished.class);
        this.evaluation = evaluation;
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
            case Judged.Done(var announced, var unreadable) -> answer(batch, announced, unreadable);
        }
    }

    private static void answer(
            Batch<ProductPublished> batch, List<JudgedVersion> announced, Map<String, String> unreadable) {
        Map<String, JudgedVersion> fresh = new HashMap<>();
        announced.forEach(judged -> fresh.put(Evaluation.key(judged.productId(), judged.version()), judged));
        for (Event<ProductPublished> event : batch.events()) {
            String key = Evaluation.key(
                    event.require().getProductId(), event.require().getVersion());
            JudgedVersion judged = fresh.remove(key);
            String reason = unreadable.get(key);
            if (judged != null) {
                VerdictRecords.announce(batch, event.cause(), judged);
            } else if (reason != null) {
                batch.refuse(event, reason);
            }
        }
    }

    private static PublishedVersion version(Event<ProductPublished> event) {
        ProductPublished value = event.require();
        return new PublishedVersion(
                value.getProductId(), value.getVersion(), value.getDomain(), value.getRevision(), value.getContract());
    }
}
