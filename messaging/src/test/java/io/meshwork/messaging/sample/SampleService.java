package io.meshwork.messaging.sample;

import io.meshwork.events.ProductPublished;
import io.meshwork.events.QualityScored;
import io.meshwork.messaging.Batch;
import io.meshwork.messaging.Event;
import io.meshwork.messaging.TopicListener;
import io.meshwork.messaging.boot.MeshService;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The smallest service: counts what it sees of each product and answers with a score. */
@SpringBootApplication
public class SampleService {

    public static ConfigurableApplicationContext start(String... args) {
        return MeshService.start(SampleService.class, "sample", args);
    }

    @Component("productPublished")
    static final class ProductPublishedListener extends TopicListener<ProductPublished> {

        /** Names that make the handler misbehave. */
        static final String BUG = "bug";

        static final String UNKNOWN = "waits";
        static final String REFUSED = "refused";

        final AtomicInteger batches = new AtomicInteger();
        private final JdbcClient jdbc;

        ProductPublishedListener(JdbcClient jdbc) {
            super("product.published", ProductPublished.class);
            this.jdbc = jdbc;
        }

        @Override
        public String expectedKey(ProductPublished value) {
            return value.getProductId();
        }

        @Override
        protected void handle(Batch<ProductPublished> batch) {
            batches.incrementAndGet();
            for (Event<ProductPublished> event : batch.events()) {
                String name = event.require().getName();
                if (name.startsWith(BUG)) {
                    throw new IllegalStateException("a bug in the handler");
                }
                if (name.startsWith(REFUSED)) {
                    batch.refuse(event, "refused by the handler");
                    continue;
                }
                String key = event.require().getProductId();
                if (name.equals(UNKNOWN) && seen(key + "-known") == 0) {
                    batch.park(event, "known:" + key);
                    continue;
                }
                jdbc.sql("insert into seen (product) values (?)").param(key).update();
                if (name.endsWith("-known")) {
                    batch.release("known:" + key.replace("-known", ""));
                }
                batch.emit(event.cause(), "quality.scored", key, score(key));
            }
        }

        private int seen(String product) {
            return jdbc.sql("select count(*) from seen where product = ?")
                    .param(product)
                    .query(Integer.class)
                    .single();
        }

        static QualityScored score(String product) {
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
}
