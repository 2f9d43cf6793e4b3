package io.meshwork.catalog.lineage.web;

import io.meshwork.catalog.lineage.Refusal;
import java.util.List;
import java.util.Map;

/**
 * What became of a list of events.
 *
 * @param received elements of the list
 * @param accepted that are in the topic; they are shown within a second or so
 * @param refused the others, each with its reason
 */
record ReportedEvents(int received, int accepted, List<RefusedEvent> refused) {

    /**
     * An event that was not taken; to send it again as it is does not help.
     *
     * @param index place in the list, from 0
     * @param pointer JSON pointer into the list
     */
    record RefusedEvent(int index, String code, String message, String advice, String pointer) {

        static RefusedEvent of(int index, Refusal refusal) {
            return new RefusedEvent(
                    index, refusal.code(), refusal.message(), refusal.advice(), "/" + index + refusal.pointer());
        }

        Map<String, Object> toMap() {
            return Map.of("index", index, "code", code, "message", message, "advice", advice, "pointer", pointer);
        }
    }
}
