package io.meshwork.quality.slo.kafka;

import io.meshwork.events.ProductVersionChanged;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import io.meshwork.quality.slo.VersionEnds;
import io.meshwork.quality.slo.VersionEnds.Version;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hears of versions that are retired: they promise nothing any more. A deprecated one does until its sunset. */
@Component("productVersionChanged")
final class ProductVersionChangedListener extends TopicListener<ProductVersionChanged> {

    private static final String RETIRED = "retired";

    private final VersionEnds ends;

    ProductVersionChangedListener(VersionEnds ends) {
        super("product.version-changed", ProductVersionChanged.class);
        this.ends = ends;
    }

    @Override
    public String expectedKey(ProductVersionChanged value) {
        return value.getProductId();
    }

    @Override
    protected void handle(Batch<ProductVersionChanged> batch) {
        List<Version> retired = batch.events().stream()
                .map(Event::require)
                .filter(value -> value.getStage().equals(RETIRED))
                .map(value -> new Version(value.getProductId(), value.getVersion()))
                .toList();
        if (!retired.isEmpty()) {
            ends.retired(retired);
        }
    }
}
