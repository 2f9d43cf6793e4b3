package io.meshwork.schemas.compatibility;

/** How far a topic's schema may move; names and meaning are those of Confluent's schema registry. */
public enum Compatibility {
    /** No promise; also the level of topics without a schema. */
    NONE,
    BACKWARD,
    BACKWARD_TRANSITIVE,
    FORWARD,
    FORWARD_TRANSITIVE,
    FULL,
    FULL_TRANSITIVE;

    /** The new schema must read what was written with released ones, so readers are upgraded first. */
    boolean backward() {
        return name().startsWith("BACKWARD") || full();
    }

    /** Released schemas must read what is written with the new one, so writers are upgraded first. */
    boolean forward() {
        return name().startsWith("FORWARD") || full();
    }

    /** The promise holds against every released schema, not only the latest. */
    boolean transitive() {
        return name().endsWith("TRANSITIVE");
    }

    private boolean full() {
        return name().startsWith("FULL");
    }
}
