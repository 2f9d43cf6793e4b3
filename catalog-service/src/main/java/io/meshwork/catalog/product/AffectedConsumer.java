package io.meshwork.catalog.product;

import io.meshwork.contract.model.Consumer;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Someone who uses a version that will not stay.
 *
 * @param name team or product; unique among those affected by one version
 * @param acknowledgedAt when they said that they need the version no more, null while they have not
 * @param acknowledgedBy who said so for them
 */
public record AffectedConsumer(
        String name,
        @Nullable String contact,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy) {

    static AffectedConsumer of(Consumer declared) {
        String name = Stream.of(declared.team(), declared.contact(), declared.purpose())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("unnamed");
        return new AffectedConsumer(name, declared.contact(), null, null);
    }

    boolean hasAcknowledged() {
        return acknowledgedAt != null;
    }

    AffectedConsumer acknowledged(String principal, Instant now) {
        return new AffectedConsumer(name, contact, now, principal);
    }
}
