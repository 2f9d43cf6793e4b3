package io.meshwork.catalog.lineage;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** OpenLineage events as producers write them, in small. */
public final class Events {

    private Events() {}

    /** @param parts {@code inputs} and {@code outputs} as {@link #inputs} and {@link #outputs} write them */
    public static String run(UUID run, String state, String job, String... parts) {
        return event(
                "\"eventType\":\"" + state + "\",\"run\":{\"runId\":\"" + run
                        + "\",\"facets\":{\"x\":{\"deep\":[[{}]]}}}",
                job,
                parts);
    }

    public static String job(String job, String... parts) {
        return event(
                "\"schemaURL\":\"https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/JobEvent\"", job, parts);
    }

    public static String dataset(String dataset) {
        return "{\"eventTime\":\"2026-03-01T10:00:00Z\",\"producer\":\"https://example.com\",\"dataset\":" + dataset
                + "}";
    }

    private static String event(String head, String job, String... parts) {
        return "{\"eventTime\":\"2026-03-01T10:00:00.5Z\",\"producer\":\"https://example.com\"," + head
                + ",\"job\":{\"namespace\":\"airflow\",\"name\":\"" + job + "\"}"
                + Arrays.stream(parts).map(part -> "," + part).collect(Collectors.joining()) + "}";
    }

    public static String inputs(String... datasets) {
        return "\"inputs\":[" + String.join(",", datasets) + "]";
    }

    public static String outputs(String... datasets) {
        return "\"outputs\":[" + String.join(",", datasets) + "]";
    }

    /** @param facets each as {@code "name":{…}} */
    public static String data(String namespace, String name, String... facets) {
        return "{\"namespace\":\"" + namespace + "\",\"name\":\"" + name + "\",\"facets\":{" + String.join(",", facets)
                + "}}";
    }

    public static String symlink(String namespace, String name) {
        return "\"symlinks\":{\"identifiers\":[{\"namespace\":\"" + namespace + "\",\"name\":\"" + name
                + "\",\"type\":\"TABLE\"}]}";
    }

    /** Field {@code target} is made from {@code source} of a dataset. */
    public static String column(String target, String namespace, String name, String source) {
        return "\"columnLineage\":{\"fields\":{\"" + target + "\":{\"inputFields\":[" + origin(namespace, name, source)
                + "]}}}";
    }

    /** The whole dataset depends on {@code source}, as by a filter. */
    public static String filter(String namespace, String name, String source) {
        return "\"columnLineage\":{\"fields\":{},\"dataset\":[" + origin(namespace, name, source) + "]}";
    }

    private static String origin(String namespace, String name, String field) {
        return "{\"namespace\":\"" + namespace + "\",\"name\":\"" + name + "\",\"field\":\"" + field
                + "\",\"transformations\":[{\"type\":\"DIRECT\",\"masking\":false}]}";
    }

    public static LineageEvent read(String text) {
        return switch (EventReader.read(text)) {
            case EventReading.Understood(var event) -> event;
            case EventReading.Refused(var refusal) -> throw new AssertionError(refusal.text() + "\n" + text);
        };
    }
}
