package io.meshwork.contract.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where consumers get the data.
 *
 * @param kind how it is reached
 * @param format parquet, csv, json, delta, avro, rest, …, lower case; null when not stated
 * @param location path, URL, topic or endpoint; null when not stated
 * @param properties further attributes of the port as written (host, database, …)
 */
public record OutputPort(
        String name,
        PortKind kind,
        @Nullable String format,
        @Nullable String location,
        @Nullable String description,
        Map<String, Object> properties) {}
