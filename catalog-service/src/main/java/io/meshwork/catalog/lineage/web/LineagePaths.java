package io.meshwork.catalog.lineage.web;

/** Where lineage is. */
final class LineagePaths {

    static final String LINEAGE = "/api/v1/lineage";
    static final String OF_PRODUCT = "/api/v1/products/{id}/lineage";
    static final String IMPACT = "/api/v1/products/{id}/impact";

    private LineagePaths() {}
}
