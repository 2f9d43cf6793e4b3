package io.meshwork.quality.engine.conformance;

import io.meshwork.contract.model.PortKind;
import io.meshwork.quality.Contracts;
import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.Engines;
import io.meshwork.quality.engine.Source;
import io.meshwork.quality.engine.kafka.KafkaEngine;
import io.meshwork.quality.engine.kafka.RealTopics;
import io.meshwork.quality.engine.kafka.WindowLimits;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each row is a record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Topics extends Conformance {

    @TempDir
    static Path folder;

    private static KafkaEngine engine;
    private final Map<String, String> topics = new HashMap<>();
    private final String format;

    Topics(String format) {
        this.format = format;
    }

    /** Values as JDBC gives them, columns with their types of SQL. */
    abstract byte[] record(Map<String, String> types, Map<String, Object> values);

    @BeforeAll
    static void open() {
        engine = RealTopics.engine(folder, WindowLimits.DEFAULT);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Override
    Contracts load(String script, Contracts contract) {
        return contract.port("stream", PortKind.EVENT_STREAM, format, topics.computeIfAbsent(script, this::topic));
    }

    private String topic(String script) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(script);
            List<byte[]> records = new ArrayList<>();
            try (var rows = statement.executeQuery("select * from orders")) {
                ResultSetMetaData columns = rows.getMetaData();
                while (rows.next()) {
                    Map<String, String> types = new LinkedHashMap<>();
                    Map<String, Object> values = new LinkedHashMap<>();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        types.put(columns.getColumnName(i), columns.getColumnTypeName(i));
                        values.put(columns.getColumnName(i), rows.getObject(i));
                    }
                    records.add(record(types, values));
                }
            }
            return RealTopics.of(records);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    Engine<Source> engine() {
        return new Engines(null, null, engine);
    }

    @Override
    boolean absentIsNull() {
        return true;
    }

    @Override
    boolean leavesOut() {
        return false;
    }
}
