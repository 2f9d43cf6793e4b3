package io.meshwork.messaging.sample;

import io.meshwork.events.ProductPublished;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Products of the domain sales. */
public final class Products {

    private static final UUID SUBMISSION = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private Products() {}

    public static ProductPublished product(String name) {
        return ProductPublished.newBuilder()
                .setProductId("sales." + name)
                .setDomain("sales")
                .setName(name)
                .setVersion("1.0.0")
                .setType("source")
                .setLifecycle("production")
                .setTags(List.of())
                .setContract("{}")
                .setContentHash("0")
                .setRevision(1)
                .setSubmissionId(SUBMISSION)
                .setPrincipal("test")
                .setSubmittedAt(Instant.EPOCH)
                .setPublishedAt(Instant.EPOCH)
                .build();
    }
}
