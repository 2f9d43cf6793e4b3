package io.meshwork.contract.read.odcs;

import io.meshwork.contract.read.value.Section;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The server types of the standard, and what each of them requires; those of versions 3.0 and 3.1 together. */
final class ServerTypes {

    private static final Map<String, List<String>> REQUIRED = required();

    static final List<String> NAMES = List.copyOf(REQUIRED.keySet());

    private ServerTypes() {}

    private static Map<String, List<String>> required() {
        Map<String, List<String>> required = new TreeMap<>();
        required.put("api", List.of("location"));
        required.put("athena", List.of("stagingDir", "schema"));
        required.put("azure", List.of("location", "format"));
        required.put("bigquery", List.of("project", "dataset"));
        required.put("clickhouse", List.of("host", "port", "database"));
        required.put("cloudsql", List.of("host", "port", "database", "schema"));
        required.put("custom", List.of());
        required.put("databricks", List.of("catalog", "schema"));
        required.put("db2", List.of("host", "port", "database"));
        required.put("denodo", List.of("host", "port"));
        required.put("dremio", List.of("host", "port"));
        required.put("duckdb", List.of("database"));
        required.put("glue", List.of("account", "database"));
        required.put("hive", List.of("host", "database"));
        required.put("impala", List.of("host", "port", "database"));
        required.put("informix", List.of("host", "database"));
        required.put("kafka", List.of("host"));
        required.put("kinesis", List.of());
        required.put("local", List.of("path", "format"));
        required.put("mysql", List.of("host", "port", "database"));
        required.put("oracle", List.of("host", "port", "serviceName"));
        required.put("postgres", List.of("host", "port", "database", "schema"));
        required.put("postgresql", List.of("host", "port", "database", "schema"));
        required.put("presto", List.of("host"));
        required.put("pubsub", List.of("project"));
        required.put("redshift", List.of("database", "schema"));
        required.put("s3", List.of("location"));
        required.put("sftp", List.of("location"));
        required.put("snowflake", List.of("account", "database", "schema"));
        required.put("sqlserver", List.of("host", "database", "schema"));
        required.put("synapse", List.of("host", "port", "database"));
        required.put("trino", List.of("host", "port", "catalog", "schema"));
        required.put("vertica", List.of("host", "port", "database", "schema"));
        return required;
    }

    /**
     * Without an address nothing works, so that is an error; the rest that the standard requires is worth a warning, since
     * readers of older versions did not ask for it.
     */
    static void check(Section server, String type, boolean hasAddress) {
        for (String key : REQUIRED.getOrDefault(type, List.of())) {
            boolean address = isAddress(type, key);
            if (address && !hasAddress && !server.has(key)) {
                server.missing(key, advice(key));
            } else if (!address && !server.has(key)) {
                server.warning(
                        key,
                        "missing",
                        "the standard requires `" + key + "` of a server of type `" + type + "`",
                        advice(key));
            }
        }
    }

    private static boolean isAddress(String type, String key) {
        return key.equals("location") || key.equals("path") || (type.equals("kafka") && key.equals("host"));
    }

    private static String advice(String key) {
        return switch (key) {
            case "location" -> "Write the URL where the data is.";
            case "path" -> "Write the path of the data file.";
            case "host" -> "Write the name of the host; of Kafka, its bootstrap server.";
            case "format" -> "Write what is in the files, such as parquet or csv.";
            default -> "Add `" + key + ":`.";
        };
    }
}
