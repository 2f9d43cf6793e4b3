package io.meshwork.quality.engine;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.Measure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one place that chooses an engine: by where the data is. */
public record Engines(Engine<DataFile> files, Engine<DataTable> tables) implements Engine<Source> {

    /** @param why tables cannot be reached, for people */
    public static Engines ofFiles(Engine<DataFile> files, String why) {
        return new Engines(files, new NoTables(why));
    }

    @Override
    public ScanResult scan(Source source, Collection<Measure> measures) {
        return switch (source) {
            case DataFile file -> files.scan(file, measures);
            case DataTable table -> tables.scan(table, measures);
        };
    }

    @Override
    public Look look(Source source, List<Column> first, @Nullable Long rows) {
        return switch (source) {
            case DataFile file -> files.look(file, first, rows);
            case DataTable table -> tables.look(table, first, rows);
        };
    }

    @Override
    public Map<Measure, Rows> failing(Source source, Collection<Measure> measures, List<Column> identifying) {
        return switch (source) {
            case DataFile file -> files.failing(file, measures, identifying);
            case DataTable table -> tables.failing(table, measures, identifying);
        };
    }

    private record NoTables(String why) implements Engine<DataTable> {

        @Override
        public ScanResult scan(DataTable table, Collection<Measure> measures) {
            return new ScanResult.Unreachable("the table " + table + " is not reachable from here: " + why);
        }

        @Override
        public Look look(DataTable table, List<Column> first, @Nullable Long rows) {
            return new Look.Unseen(why);
        }

        @Override
        public Map<Measure, Rows> failing(DataTable table, Collection<Measure> measures, List<Column> identifying) {
            return Map.of();
        }
    }
}
