package io.meshwork.quality.engine.conformance;

import io.meshwork.quality.Contracts;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.Engines;
import io.meshwork.quality.engine.Source;
import io.meshwork.quality.engine.duckdb.DuckDbEngine;
import io.meshwork.quality.engine.duckdb.DuckDbEngines;
import io.meshwork.quality.engine.duckdb.DuckDbSettings;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

abstract class DuckDbFiles extends Conformance {

    @TempDir
    static Path folder;

    private final String format;
    private final String ending;
    private static DuckDbEngines engines;
    private static DuckDbEngine engine;

    DuckDbFiles(String format) {
        this(format, format);
    }

    /** @param format with its options, as DuckDB writes it */
    DuckDbFiles(String format, String ending) {
        this.format = format;
        this.ending = ending;
    }

    @BeforeAll
    static void open() {
        engines = new DuckDbEngines(DuckDbSettings.under(folder));
        engine = engines.engine();
    }

    @AfterAll
    static void close() {
        engine.close();
        engines.close();
    }

    @Override
    Contracts load(String script, Contracts contract) {
        String file = folder.resolve("orders." + ending).toString();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(script);
            statement.execute("copy (" + rows(statement) + ") to '" + file + "' (format " + format + ")");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return contract.at("orders." + ending);
    }

    /** As the format shall have them. */
    String rows(Statement ofTheTable) throws SQLException {
        return "select * from orders";
    }

    @Override
    Engine<Source> engine() {
        return Engines.ofFiles(engine, "files only");
    }

    @Override
    boolean absentIsNull() {
        return ending.equals("json");
    }

    @Override
    boolean leavesOut() {
        return false;
    }
}
