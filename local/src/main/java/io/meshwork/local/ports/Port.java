package io.meshwork.local.ports;

/** Everything that listens, and its distance from the port base. */
public enum Port {
    CATALOG(0, "the catalog service"),
    POLICY(1, "the policy service"),
    QUALITY(2, "the quality service"),
    NOTIFIER(3, "the notifier service"),
    SLACK(4, "the Slack stand-in"),
    REGISTRY(5, "the schema registry"),
    REGISTRY_MANAGEMENT(6, "the schema registry's health checks"),
    BROKER(12, "the Kafka broker"),
    CONTROLLER(13, "the Kafka controller"),
    POSTGRES(352, "PostgreSQL");

    final int offset;
    final String purpose;

    Port(int offset, String purpose) {
        this.offset = offset;
        this.purpose = purpose;
    }

    /** Where it listens in a mesh with this port base. */
    public int above(int base) {
        return base + offset;
    }
}
