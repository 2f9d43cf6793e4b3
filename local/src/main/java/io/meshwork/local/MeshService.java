package io.meshwork.local;

import io.meshwork.local.ports.Port;
import java.util.Locale;

/** The four services. Each has a database role and schema of its {@link #label()}. */
public enum MeshService {
    CATALOG(Port.CATALOG, "io.meshwork.catalog.CatalogService"),
    POLICY(Port.POLICY, "io.meshwork.policy.PolicyService"),
    QUALITY(Port.QUALITY, "io.meshwork.quality.QualityService"),
    NOTIFIER(Port.NOTIFIER, "io.meshwork.notifier.NotifierService");

    final Port port;
    final String mainClass;

    MeshService(Port port, String mainClass) {
        this.port = port;
        this.mainClass = mainClass;
    }

    /** The name people use: {@code catalog}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
