package io.meshwork.catalog.lineage;

/** What became of a text that should be an event. */
public sealed interface EventReading {

    record Understood(LineageEvent event) implements EventReading {}

    record Refused(Refusal refusal) implements EventReading {}
}
