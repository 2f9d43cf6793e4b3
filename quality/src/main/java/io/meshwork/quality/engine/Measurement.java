package io.meshwork.quality.engine;

/** What came of one measure. */
public sealed interface Measurement {

    record Value(double value) implements Measurement {}

    /**
     * Of rows that were compared with others.
     *
     * @param matched rows that have a counterpart
     * @param differing of them
     */
    record Compared(long matched, long differing) implements Measurement {}

    /** @param reason why this engine cannot take it, which says nothing about the data */
    record Impossible(String reason) implements Measurement {}

    /** @param reason for people, without values from the data */
    record Failed(String reason) implements Measurement {}
}
