package io.meshwork.local;

import io.meshwork.catalog.CatalogService;
import io.meshwork.notifier.NotifierService;
import io.meshwork.policy.PolicyService;
import io.meshwork.quality.QualityService;
import java.io.Closeable;
import java.util.Map;

/** The one place that names the services' code. */
final class MeshServices {

    /** Returns when the service listens; closing it ends it gracefully. */
    @FunctionalInterface
    interface Starter {
        Closeable start(String... arguments);
    }

    /** The services this build contains. */
    static final Map<MeshService, Starter> IN_THIS_BUILD = Map.of(
            MeshService.CATALOG, CatalogService::start,
            MeshService.POLICY, PolicyService::start,
            MeshService.QUALITY, QualityService::start,
            MeshService.NOTIFIER, NotifierService::start);

    private MeshServices() {}
}
