package io.meshwork.contract.model;

import org.jspecify.annotations.Nullable;

/**
 * A source the product is made from.
 *
 * @param source product id, table or address as written
 * @param domain the source's domain, null when not stated
 */
public record InputPort(String source, @Nullable String domain) {}
