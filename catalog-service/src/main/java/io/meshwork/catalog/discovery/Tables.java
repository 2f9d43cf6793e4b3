package io.meshwork.catalog.discovery;

/**
 * The catalog's tables at a moment.
 *
 * @param database which they are: changes when they are restored, or when another server takes over
 */
public record Tables(String database, Snapshot snapshot) {}
