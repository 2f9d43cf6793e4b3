package io.meshwork.cli.importing.source.jdbc;

import io.meshwork.contract.model.OutputPort;
import io.meshwork.contract.model.PortKind;
import io.meshwork.contract.read.odcs.ServerPorts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of a database; what comes after it, such as options and users, is no one else's business. */
public record JdbcUrl(String url) {

    /** As an option, before the host, or as Oracle has it. */
    private static final Pattern PASSWORD =
            Pattern.compile("(?i)[?&;:,(][\\w.]*(?:password|passwd|pwd|secret|token)\\s*="
                    + "|//[^@?]*:[^@?]*@"
                    + "|^jdbc:oracle:[^:]*:[^/@]+/[^@]+@");

    private static final Pattern POSTGRESQL = Pattern.compile(
            "jdbc:postgresql:(?://(?<host>\\[[^\\]]+]|[^/?:,]+)?(?::(?<port>\\d{1,5}))?/)?(?<database>[^/?]+)(?:\\?.*)?");
    private static final Pattern DUCKDB = Pattern.compile("jdbc:duckdb:(?<database>[^;]+)(?:;.*)?");

    /** Whether it holds a password, which other users of the machine and the shell's history would see. */
    public boolean tellsPassword() {
        return PASSWORD.matcher(url).find();
    }

    public boolean isJdbc() {
        return url.matches("jdbc:[a-zA-Z0-9+.-]+:.+");
    }

    boolean isPostgresql() {
        return url.startsWith("jdbc:postgresql:");
    }

    boolean isDuckDb() {
        return url.startsWith("jdbc:duckdb:");
    }

    /** Without options, to be shown and written. */
    String address() {
        return url.replaceFirst("[?;].*", "");
    }

    String system() {
        return url.split(":", 3)[1];
    }

    OutputPort port(String schema) {
        Matcher postgresql = POSTGRESQL.matcher(url);
        if (postgresql.matches()) {
            Map<String, Object> server = new LinkedHashMap<>();
            server.put("type", "postgresql");
            server.put("host", postgresql.group("host") == null ? "localhost" : postgresql.group("host"));
            server.put("port", postgresql.group("port") == null ? 5432 : Integer.parseInt(postgresql.group("port")));
            server.put("database", postgresql.group("database"));
            server.put("schema", schema);
            return port(server, "postgresql", ServerPorts.location(PortKind.SQL, server, null));
        }
        Matcher duckDb = DUCKDB.matcher(url);
        if (duckDb.matches()) {
            Map<String, Object> server =
                    Map.of("type", "duckdb", "database", duckDb.group("database"), "schema", schema);
            return port(server, "duckdb", ServerPorts.location(PortKind.SQL, server, null));
        }
        return port(Map.of("type", "custom", "schema", schema), system(), address());
    }

    private static OutputPort port(Map<String, Object> server, String format, @Nullable String location) {
        return new OutputPort("database", PortKind.SQL, format, location, null, server);
    }
}
