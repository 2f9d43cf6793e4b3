package io.meshwork.contract.model;

/** Where a version stands in its life: development, testing, production, deprecated, retired. */
public enum LifecycleStatus {
    DEVELOPMENT,
    TESTING,
    PRODUCTION,
    DEPRECATED,
    RETIRED
}
