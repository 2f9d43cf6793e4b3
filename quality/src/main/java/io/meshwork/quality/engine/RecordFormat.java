package io.meshwork.quality.engine;

/** What the records of a topic are, by the word of the contract. */
public enum RecordFormat {
    /** The contract does not say: each record tells itself. */
    ANY,
    AVRO,
    JSON
}
