package io.meshwork.catalog.product.kafka;

import io.meshwork.catalog.product.ProductStore;
import io.meshwork.events.ProductRefreshed;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Remembers when data last arrived; nothing is decided by it. */
@Component("productRefreshed")
class ProductRefreshedListener extends TopicListener<ProductRefreshed> {

    private final ProductStore store;

    ProductRefreshedListener(ProductStore store) {
        super("product.refreshed", ProductRefreshed.class);
        this.store = store;
    }

    @Override
    public String expectedKey(ProductRefreshed value) {
        return value.getProductId();
    }

    @Override
    protected void handle(Batch<ProductRefreshed> batch) {
        Map<String, Instant> latest = new HashMap<>();
        batch.events().stream()
                .map(Event::require)
                .filter(ProductRefreshed::getNewData)
                .forEach(refreshed -> latest.merge(
                        refreshed.getProductId(),
                        refreshed.getRefreshedAt(),
                        (one, other) -> one.isAfter(other) ? one : other));
        if (!latest.isEmpty()) {
            store.refreshed(latest);
        }
    }
}
