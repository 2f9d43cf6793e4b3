package io.meshwork.schemas.topics;

import java.util.List;

/** What {@link TopicsApply} did to the schema of a topic in the registry. */
public sealed interface SchemaChange {

    record Registered(int id) implements SchemaChange {}

    record Unchanged(int id) implements SchemaChange {}

    /** Nothing was registered; the registry has schemas that ours would break. */
    record Incompatible(List<String> reasons) implements SchemaChange {}

    /** The topic carries raw bytes. */
    record None() implements SchemaChange {}
}
