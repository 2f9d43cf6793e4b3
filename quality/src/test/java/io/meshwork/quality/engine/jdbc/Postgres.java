package io.meshwork.quality.engine.jdbc;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.Measure;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.Engines;
import io.meshwork.quality.engine.Look;
import io.meshwork.quality.engine.Others;
import io.meshwork.quality.engine.Rows;
import io.meshwork.quality.engine.ScanResult;
import io.meshwork.quality.engine.Source;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL, once per JVM, as the database {@code shop} of {@code db.example.org}. */
public final class Postgres {

    private static final EmbeddedPostgres SERVER = start();

    private Postgres() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DataSource database(String user) {
        return SERVER.getDatabase(user, "postgres");
    }

    /** A database that nobody answers for. */
    static DataSource nowhere() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://127.0.0.1:1/gone?connectTimeout=1");
        return source;
    }

    public static void sql(String script) {
        try (var connection = database("postgres").getConnection();
                var statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Server of a contract. */
    public static Map<String, Object> schema(String schema) {
        return Map.of("type", "postgresql", "host", "db.example.org", "database", "shop", "schema", schema);
    }

    public static Engine<Source> engine() {
        return engine(database("postgres"), Duration.ofSeconds(20));
    }

    static Engine<Source> engine(DataSource source, Duration timeout) {
        JdbcEngine tables =
                new JdbcEngine(List.of(new NamedConnection("shop", List.of("*.example.org/shop"), source, 2)), timeout);
        return new Engines(new Unused<>(), tables, new Unused<>());
    }

    private record Unused<S extends Source>() implements Engine<S> {

        @Override
        public ScanResult scan(S source, Collection<Measure> measures, Others others) {
            throw new IllegalArgumentException("no table: " + source);
        }

        @Override
        public Look look(S source, List<Column> first, Long rows) {
            throw new IllegalArgumentException("no table: " + source);
        }

        @Override
        public Map<Measure, Rows> failing(
                S source, Collection<Measure> measures, List<Column> identifying, Others others) {
            throw new IllegalArgumentException("no table: " + source);
        }
    }
}
