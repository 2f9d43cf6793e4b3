package io.meshwork.quality.engine.kafka;

/** The record cannot be read, and why; without values from the data. Thrown from deep inside its values. */
final class Illegible extends RuntimeException {

    Illegible(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
