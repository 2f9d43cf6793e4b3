package io.meshwork.catalog.product;

/** A contract as its author wrote it. */
public record ContractDocument(String text, String mediaType) {}
