package io.meshwork.catalog.lineage;

/**
 * Why an event is not taken.
 *
 * @param code stable, for programs
 * @param pointer JSON pointer into the event, empty for the whole of it
 */
public record Refusal(String code, String message, String advice, String pointer) {

    /** In one line, for a dead letter. */
    public String text() {
        return code + (pointer.isEmpty() ? "" : " at " + pointer) + ": " + message + ". " + advice;
    }
}
