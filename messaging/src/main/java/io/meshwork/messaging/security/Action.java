package io.meshwork.messaging.security;

/** What a caller may be allowed to do in a domain. */
public enum Action {
    PUBLISH_PRODUCT,
    DEFINE_POLICY,
    SUBSCRIBE,
    REPORT_LINEAGE,
    OPERATE
}
