package io.meshwork.contract.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where consumers get the data.
 *
 * @param name unique inside the product, or together with {@code version} in ODPS
 * @param kind how it is reached
 * @param format parquet, csv, json, delta, avro, rest, …, lower case; null when not stated
 * @param location path, URL, topic or endpoint; null when not stated
 * @param version of the port, null when it has none of its own
 * @param contractId {@code id} of the data contract that the port keeps, null when it is this one
 * @param properties further attributes of the port as written (host, database, …)
 */
public record OutputPort(
        String name,
        PortKind kind,
        @Nullable String format,
        @Nullable String location,
        @Nullable String description,
        @Nullable String version,
        @Nullable String contractId,
        Map<String, Object> properties) {

    /** A port of the product's own contract. */
    public OutputPort(
            String name,
            PortKind kind,
            @Nullable String format,
            @Nullable String location,
            @Nullable String description,
            Map<String, Object> properties) {
        this(name, kind, format, location, description, null, null, properties);
    }
}
