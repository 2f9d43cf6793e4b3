package io.meshwork.schemas.topics;

import java.util.List;
import java.util.TreeMap;

/**
 * What became of one topic.
 *
 * @param topic full name on the broker
 * @param notes what a person should know but nothing was done about, such as too few partitions
 */
public record TopicReport(String topic, TopicChange onBroker, SchemaChange inRegistry, List<String> notes) {

    public boolean successful() {
        return !(onBroker instanceof TopicChange.Refused) && !(inRegistry instanceof SchemaChange.Incompatible);
    }

    /** Whether the broker or the registry is now different from before. */
    public boolean changedAnything() {
        return onBroker instanceof TopicChange.Created
                || onBroker instanceof TopicChange.Updated
                || inRegistry instanceof SchemaChange.Registered;
    }

    /** One line, followed by an indented line per reason and note. */
    public String text() {
        var text = new StringBuilder(topic + ": " + broker() + ", " + registry());
        if (inRegistry instanceof SchemaChange.Incompatible(List<String> reasons)) {
            reasons.forEach(
                    reason -> text.append(System.lineSeparator()).append("  ").append(reason));
        }
        notes.forEach(
                note -> text.append(System.lineSeparator()).append("  note: ").append(note));
        return text.toString();
    }

    private String broker() {
        return switch (onBroker) {
            case TopicChange.Created(int partitions) -> "created with " + partitions + " partitions";
            case TopicChange.Unchanged() -> "topic unchanged";
            case TopicChange.Updated(var settings) -> "settings updated " + new TreeMap<>(settings);
            case TopicChange.Refused(String reason) -> "not created: " + reason;
        };
    }

    private String registry() {
        return switch (inRegistry) {
            case SchemaChange.Registered(int id) -> "schema registered with id " + id;
            case SchemaChange.Unchanged(int id) -> "schema unchanged, id " + id;
            case SchemaChange.Incompatible(var reasons) -> "schema incompatible with what is registered";
            case SchemaChange.None() -> "no schema";
        };
    }
}
