package io.meshwork.messaging.testkit.architecture.canary;

import io.meshwork.events.ProductPublished;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.TopicListener;
import org.springframework.stereotype.Component;

/** A listener that is public, not in a kafka package, and named after nothing; no test scans this package for components. */
@Component("published")
public final class WrongName extends TopicListener<ProductPublished> {

    WrongName() {
        super("product.published", ProductPublished.class);
    }

    @Override
    public String expectedKey(ProductPublished value) {
        return value.getProductId();
    }

    @Override
    protected void handle(Batch<ProductPublished> batch) {}
}
