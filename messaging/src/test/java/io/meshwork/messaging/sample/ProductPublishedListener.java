package io.meshwork.messaging.sample;

import io.meshwork.events.ProductPublished;
import io.meshwork.events.QualityScored;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.BrokenInfrastructure;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What it does with a product depends on the first word of the product's name. */
@Component("productPublished")
class ProductPublishedListener extends TopicListener<ProductPublished> {

    private static final String KNOWN = "-known";

    private final JdbcClient jdbc;
    private final Faults faults;

    ProductPublishedListener(JdbcClient jdbc, Faults faults) {
        super("product.published", ProductPublished.class);
        this.jdbc = jdbc;
        this.faults = faults;
    }

    @Override
    public String expectedKey(ProductPublished value) {
        return value.getProductId();
    }

    @Override
    protected void handle(Batch<ProductPublished> batch) {
        faults.batches.incrementAndGet();
        for (Event<ProductPublished> event : batch.events()) {
            handle(batch, event, event.require().getName());
        }
    }

    private void handle(Batch<ProductPublished> batch, Event<ProductPublished> event, String name) {
        switch (name.split("[-0-9]", 2)[0]) {
            case "bug" -> {
                if (!faults.bugMended.get()) {
                    throw new IllegalStateException("a bug in the handler");
                }
                score(batch, event);
            }
            case "recursion" -> recursion();
            case "refused" -> batch.refuse(event, "refused by the handler");
            case "outage" -> {
                if (faults.neighbourDown.get()) {
                    faults.attemptsWhileDown.incrementAndGet();
                    throw new BrokenInfrastructure("a neighbour is down", new IllegalStateException());
                }
                score(batch, event);
            }
            case "killed" -> {
                score(batch, event);
                if (faults.killConnection.compareAndSet(true, false)) {
                    jdbc.sql("select pg_terminate_backend(pg_backend_pid())")
                            .query(Boolean.class)
                            .single();
                }
            }
            case "waits" -> {
                String key = event.key();
                if (!key.endsWith(KNOWN) && seen(key + KNOWN) == 0) {
                    batch.park(event, key + KNOWN);
                    return;
                }
                score(batch, event);
                batch.release(key);
            }
            default -> score(batch, event);
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static void recursion() {
        recursion();
    }

    private void score(Batch<ProductPublished> batch, Event<ProductPublished> event) {
        jdbc.sql("insert into seen (product) values (?)").param(event.key()).update();
        batch.emit(event.cause(), "quality.scored", event.key(), score(event.key()));
    }

    private int seen(String product) {
        return jdbc.sql("select count(*) from seen where product = ?")
                .param(product)
                .query(Integer.class)
                .single();
    }

    private static QualityScored score(String product) {
        return QualityScored.newBuilder()
                .setProductId(product)
                .setVersion("1.0.0")
                .setRunSequence(1)
                .setTrigger("published")
                .setStatus("not_checked")
                .setDimensions(List.of())
                .setChecks(List.of())
                .setScanMicros(0)
                .setScoredAt(Instant.EPOCH)
                .build();
    }
}
