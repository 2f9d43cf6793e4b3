package io.meshwork.quality.engine.duckdb.worker;

/** What came of a query. */
public sealed interface Answer {

    /** What the worker itself says. */
    sealed interface Told extends Answer {}

    record Value(double value) implements Told {}

    /** @param reason for people, without values from the data */
    record Refused(String reason) implements Told {}

    /** @param message of the database, which may hold values from the data */
    record Broken(String message) implements Told {}

    /**
     * The worker ended over it.
     *
     * @param reason for people
     */
    record Lost(String reason) implements Answer {}

    /**
     * There is no worker, and that is not the query's fault.
     *
     * @param reason for people
     */
    record Unavailable(String reason) implements Answer {}
}
