package io.meshwork.quality;

import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.DataProductJson;
import io.meshwork.events.MeasuredCheck;
import io.meshwork.events.ProductPublished;
import io.meshwork.events.ProductRefreshed;
import io.meshwork.events.ProductVersionChanged;
import io.meshwork.events.SliReported;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records as the catalog and producers write them. */
final class Events {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private Events() {}

    static ProductPublished published(Contracts contract) {
        return published(contract, 1);
    }

    static ProductPublished published(Contracts contract, long revision) {
        DataProduct product = contract.build();
        return ProductPublished.newBuilder()
                .setProductId(product.id())
                .setDomain(product.domain())
                .setName(product.name())
                .setVersion(product.version())
                .setType("source")
                .setLifecycle("production")
                .setContract(DataProductJson.write(product))
                .setContentHash("")
                .setRevision(revision)
                .setSubmissionId(UUID.randomUUID())
                .setPrincipal("local")
                .setSubmittedAt(NOON)
                .setPublishedAt(NOON)
                .build();
    }

    static ProductRefreshed refreshed(String productId, @Nullable String version, int minute, MeasuredCheck... checks) {
        return ProductRefreshed.newBuilder()
                .setProductId(productId)
                .setVersion(version)
                .setRefreshedAt(NOON.plusSeconds(60L * minute))
                .setChecks(List.of(checks))
                .build();
    }

    static ProductRefreshed reported(String productId, MeasuredCheck... checks) {
        return ProductRefreshed.newBuilder()
                .setProductId(productId)
                .setRefreshedAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
                .setNewData(false)
                .setChecks(List.of(checks))
                .build();
    }

    static ProductVersionChanged retired(String productId, String version) {
        return ProductVersionChanged.newBuilder()
                .setProductId(productId)
                .setVersion(version)
                .setChange("retired")
                .setStage("retired")
                .setReason("Its sunset has come.")
                .setRevision(2)
                .setChangedAt(NOON)
                .build();
    }

    static MeasuredCheck measured(String name, boolean passed) {
        return check(name, passed).build();
    }

    static MeasuredCheck measured(String tool, String name, boolean passed) {
        return check(name, passed).setTool(tool).build();
    }

    private static MeasuredCheck.Builder check(String name, boolean passed) {
        return MeasuredCheck.newBuilder()
                .setName(name)
                .setDimension("timeliness")
                .setMeasured(1.0)
                .setPassed(passed);
    }

    static SliReported sli(String productId, int minute, long good, long total) {
        return SliReported.newBuilder()
                .setProductId(productId)
                .setIndicator("availability")
                .setWindowStart(NOON.plusSeconds(60L * minute))
                .setWindowEnd(NOON.plusSeconds(60L * minute + 60))
                .setGood(good)
                .setTotal(total)
                .build();
    }
}
