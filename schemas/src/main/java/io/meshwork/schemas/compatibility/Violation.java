package io.meshwork.schemas.compatibility;

/**
 * One way in which a schema breaks what its topic promises.
 *
 * @param topic without prefix and version
 * @param place the record or field, in words
 * @param message what is wrong and for whom
 * @param mend what to do about it
 */
public record Violation(String topic, Rule rule, String place, String message, String mend) {

    /** What was broken; stable, for programs. */
    public enum Rule {
        FIELD_REMOVED,
        FIELD_WITHOUT_DEFAULT,
        TYPE_CHANGED,
        LOGICAL_TYPE_CHANGED,
        UNION_GREW,
        UNION_SHRANK,
        ENUM_SYMBOL_REMOVED,
        ENUM_SYMBOL_ADDED,
        ENUM_WITHOUT_UNKNOWN,
        NAME_CHANGED,
        DOC_MISSING,
        /** Its schema was released, but the manifest has no topic for it any more. */
        TOPIC_REMOVED
    }

    @Override
    public String toString() {
        return topic + ": " + place + " " + message + "; mend by " + mend;
    }
}
