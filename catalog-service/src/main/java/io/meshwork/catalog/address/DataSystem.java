package io.meshwork.catalog.address;

import java.util.Locale;
import java.util.Map;

/** The systems that data lives in, by what their addresses have in common. */
enum DataSystem {
    /** Buckets, containers and file systems: what lies below a path belongs to it. */
    FILES,
    /** Tables; names are not case-sensitive. */
    TABLES,
    /** Topics. */
    TOPICS,
    /** Anything else, taken as it is written. */
    OTHER;

    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("s3a", "s3"),
            Map.entry("s3n", "s3"),
            Map.entry("gcs", "gs"),
            Map.entry("abfs", "azure"),
            Map.entry("abfss", "azure"),
            Map.entry("wasb", "azure"),
            Map.entry("wasbs", "azure"),
            Map.entry("webhdfs", "hdfs"),
            Map.entry("local", "file"),
            Map.entry("postgresql", "postgres"),
            Map.entry("cloudsql", "postgres"),
            Map.entry("mssql", "sqlserver"),
            Map.entry("synapse", "sqlserver"),
            Map.entry("athena", "awsathena"),
            Map.entry("databricks", "unitycatalog"),
            Map.entry("eventhub", "kafka"),
            Map.entry("eventhubs", "kafka"));

    /** Left out of an address, as one side often does. */
    private static final Map<String, String> DEFAULT_PORTS = Map.of(
            "postgres", "5432",
            "redshift", "5439",
            "mysql", "3306",
            "sqlserver", "1433",
            "oracle", "1521",
            "hive", "9083",
            "cassandra", "9042",
            "clickhouse", "8123",
            "kafka", "9092");

    /** One scheme for all that mean the same. */
    static String scheme(String written) {
        String scheme = written.toLowerCase(Locale.ROOT);
        return SPELLINGS.getOrDefault(scheme, scheme);
    }

    static DataSystem of(String scheme) {
        return switch (scheme) {
            case "s3", "gs", "azure", "hdfs", "file", "dbfs", "adl", "oss", "cos", "sftp" -> FILES;
            case "postgres",
                    "mysql",
                    "oracle",
                    "sqlserver",
                    "snowflake",
                    "bigquery",
                    "redshift",
                    "trino",
                    "presto",
                    "hive",
                    "impala",
                    "awsathena",
                    "awsglue",
                    "cassandra",
                    "teradata",
                    "db2",
                    "clickhouse",
                    "unitycatalog",
                    "spanner",
                    "crate",
                    "oceanbase",
                    "dremio",
                    "denodo",
                    "vertica",
                    "informix",
                    "duckdb",
                    "sqlite" -> TABLES;
            case "kafka", "pulsar", "pubsub", "kinesis" -> TOPICS;
            default -> OTHER;
        };
    }

    /** The authority without what may be left out: the default port, and of Azure's hosts all but the account. */
    static String authority(String scheme, String written) {
        String authority = written.toLowerCase(Locale.ROOT);
        if (scheme.equals("azure")) {
            return azure(authority);
        }
        String port = DEFAULT_PORTS.get(scheme);
        return port != null && authority.endsWith(":" + port)
                ? authority.substring(0, authority.length() - port.length() - 1)
                : authority;
    }

    /** {@code container@account.dfs.core.windows.net}, whatever the service is called, as {@code account/container}. */
    private static String azure(String authority) {
        int at = authority.indexOf('@');
        String host = authority.substring(at + 1);
        int dot = host.indexOf('.');
        String account = dot < 0 ? host : host.substring(0, dot);
        return at < 0 ? account : account + "/" + authority.substring(0, at);
    }
}
