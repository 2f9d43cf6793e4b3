package io.meshwork.catalog.lineage;

/** What an event may not exceed; far above any honest one, and low enough for one transaction. */
final class EventLimits {

    /** Characters of an event; the record around it must fit into 512 KiB. */
    static final int LENGTH = 512 * 1024;

    /** Nesting of lists and objects; plans of queries that some facets carry are deep. */
    static final int DEPTH = 400;

    /** Datasets in one list. */
    static final int DATASETS = 1_000;

    /** Pairs and origins that are written at a time. */
    static final int AT_ONCE = 20_000;

    /** Origins of fields in one event. */
    static final int ORIGINS = 20_000;

    static final int SYMLINKS = 20;

    /** Bytes of a name with its namespace; an index entry has room for no more. */
    static final int NAME_BYTES = 1_000;

    /** Bytes of a field's name. */
    static final int FIELD_BYTES = 500;

    private EventLimits() {}
}
