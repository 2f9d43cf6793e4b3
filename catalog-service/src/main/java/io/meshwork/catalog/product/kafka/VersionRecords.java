package io.meshwork.catalog.product.kafka;

import io.meshwork.catalog.product.VersionChanged;
import io.meshwork.catalog.product.VersionLife;
import io.meshwork.events.AffectedConsumer;
import io.meshwork.events.DeprecatedVersion;
import io.meshwork.events.ProductVersionChanged;

/** The lives of versions as records. */
final class VersionRecords {

    private VersionRecords() {}

    static ProductVersionChanged changed(VersionChanged changed) {
        VersionLife life = changed.life();
        return ProductVersionChanged.newBuilder()
                .setProductId(changed.header().id())
                .setVersion(life.version())
                .setChange(changed.step().text())
                .setStage(life.stage().text())
                .setReason(life.reason())
                .setSuccessor(life.successor())
                .setSunset(life.sunset())
                .setConsumers(life.consumers().stream()
                        .map(one -> new AffectedConsumer(one.name(), one.contact(), one.acknowledgedAt()))
                        .toList())
                .setConsumer(changed.consumer())
                .setOwnerTeam(changed.header().ownerTeam())
                .setOwnerContact(changed.header().ownerContact())
                .setRevision(changed.revision())
                .setPrincipal(changed.principal())
                .setChangedAt(changed.changedAt())
                .build();
    }

    static DeprecatedVersion deprecated(VersionLife life) {
        return new DeprecatedVersion(life.version(), life.successor(), life.sunset(), life.waitingFor());
    }
}
