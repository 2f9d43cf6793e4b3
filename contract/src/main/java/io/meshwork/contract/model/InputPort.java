package io.meshwork.contract.model;

import org.jspecify.annotations.Nullable;

/**
 * A source the product is made from.
 *
 * @param source product id, table or address as written; the port's name in ODPS
 * @param domain the source's domain, null when not stated
 * @param version of the port, null when not stated
 * @param contractId {@code id} of the data contract that the source keeps, null when not stated
 */
public record InputPort(
        String source,
        @Nullable String domain,
        @Nullable String version,
        @Nullable String contractId) {

    public InputPort(String source, @Nullable String domain) {
        this(source, domain, null, null);
    }
}
