package io.meshwork.catalog.lineage;

/** A job as its scheduler knows it. */
public record JobName(String namespace, String name) {}
