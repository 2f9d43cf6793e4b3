package io.meshwork.catalog.lineage;

/** Which way to follow the data. */
public enum Direction {
    /** Where it comes from. */
    UPSTREAM,
    /** Where it goes. */
    DOWNSTREAM
}
