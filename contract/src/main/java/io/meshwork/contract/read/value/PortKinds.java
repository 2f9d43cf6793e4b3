package io.meshwork.contract.read.value;

import io.meshwork.contract.model.PortKind;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the interface of a port by the words people use for formats and systems, and by its address. */
public final class PortKinds {

    private PortKinds() {}

    /** The kind that an address alone makes certain. */
    public static Optional<PortKind> ofAddress(@Nullable String address) {
        if (address == null) {
            return Optional.empty();
        }
        int colon = address.indexOf(':');
        String scheme = colon < 0 ? "" : address.substring(0, colon).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "kafka", "eventhub", "eventhubs", "pulsar", "amqp", "amqps", "topic" ->
                Optional.of(PortKind.EVENT_STREAM);
            case "jdbc" -> Optional.of(PortKind.SQL);
            default -> Optional.empty();
        };
    }

    /** The kind of a format or of a server type; empty when the word is not known. */
    public static Optional<PortKind> ofWord(String word) {
        return Optional.ofNullable(
                switch (word.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "")) {
                    case "kafka",
                            "eventhub",
                            "eventhubs",
                            "kinesis",
                            "pubsub",
                            "pulsar",
                            "topic",
                            "stream",
                            "eventstream" -> PortKind.EVENT_STREAM;
                    case "delta",
                            "parquet",
                            "csv",
                            "tsv",
                            "json",
                            "jsonl",
                            "ndjson",
                            "avro",
                            "orc",
                            "iceberg",
                            "hudi",
                            "xml",
                            "xlsx",
                            "excel",
                            "blob",
                            "file",
                            "files",
                            "s3",
                            "azure",
                            "gcs",
                            "adls",
                            "sftp",
                            "local" -> PortKind.FILE;
                    case "rest", "graphql", "api", "http", "https", "grpc", "odata", "soap" -> PortKind.API;
                    case "jdbc",
                            "sql",
                            "postgresql",
                            "postgres",
                            "mysql",
                            "oracle",
                            "sqlserver",
                            "mssql",
                            "synapse",
                            "databricks",
                            "databrickssql",
                            "snowflake",
                            "bigquery",
                            "redshift",
                            "athena",
                            "clickhouse",
                            "denodo",
                            "dremio",
                            "duckdb",
                            "cloudsql",
                            "db2",
                            "hive",
                            "impala",
                            "informix",
                            "presto",
                            "trino",
                            "vertica",
                            "glue",
                            "table",
                            "tables",
                            "view" -> PortKind.SQL;
                    default -> null;
                });
    }
}
