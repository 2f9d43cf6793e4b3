package io.meshwork.messaging.security;

/** What a caller may be allowed to do in a domain. */
public enum Action {
    PUBLISH_PRODUCT,
    /** Say for a consumer that it has moved away from a version. */
    ACKNOWLEDGE,
    DEFINE_DOMAIN,
    DEFINE_TEMPLATE,
    DEFINE_POLICY,
    /** Ask who may use a product, on behalf of others. */
    ASK_FOR_ACCESS,
    SUBSCRIBE,
    REPORT_LINEAGE,
    /** Say what came of checks that a tool ran on a product's data. */
    REPORT_QUALITY,
    /** See rows of a product's data that break its checks. */
    SEE_SAMPLES,
    /** Take care of incidents, say that they are over, silence alerts. */
    HANDLE_INCIDENTS,
    OPERATE
}
