package io.meshwork.catalog.product.web;

import io.meshwork.catalog.product.VersionId;
import java.util.UUID;

/** Where things are; ids and versions consist of characters that a path may have. */
final class Paths {

    static final String PRODUCTS = "/api/v1/products";
    static final String SUBMISSIONS = "/api/v1/submissions";

    private Paths() {}

    static String product(String productId) {
        return PRODUCTS + "/" + productId;
    }

    static String version(String productId, String version) {
        return product(productId) + "/versions/" + version;
    }

    static String contract(VersionId version) {
        return version(version.productId(), version.version()) + "/contract";
    }

    static String submission(UUID id) {
        return SUBMISSIONS + "/" + id;
    }
}
