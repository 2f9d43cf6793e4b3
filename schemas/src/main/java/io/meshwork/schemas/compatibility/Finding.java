package io.meshwork.schemas.compatibility;

/** A violation before it is known on which topic. */
record Finding(SchemaPlace place, Violation.Rule rule, String message, String mend) {

    static final String NEW_TOPIC = "publishing a new topic for the new shape and keeping this one";

    Violation on(String topic) {
        return new Violation(topic, rule, place.toString(), message, mend);
    }
}
