package io.meshwork.quality.engine;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.Measure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one place that chooses an engine: by where the data is. */
public record Engines(Engine<DataFile> files, Engine<DataTable> tables, Engine<DataTopic> topics)
        implements Engine<Source> {

    /** @param why tables and topics cannot be reached, for people */
    public static Engines ofFiles(Engine<DataFile> files, String why) {
        return new Engines(files, new Elsewhere<>("table", why), new Elsewhere<>("topic", why));
    }

    @Override
    public Data open(Source source, Others others) {
        return switch (source) {
            case DataFile file -> files.open(file, others);
            case DataTable table -> tables.open(table, others);
            case DataTopic topic -> topics.open(topic, others);
        };
    }

    @Override
    public ScanResult scan(Source source, Collection<Measure> measures, Others others) {
        try (Data data = open(source, others)) {
            return data.scan(measures);
        }
    }

    @Override
    public Look look(Source source, List<Column> first, @Nullable Long rows) {
        try (Data data = open(source)) {
            return data.look(first, rows);
        }
    }

    @Override
    public Map<Measure, Rows> failing(
            Source source, Collection<Measure> measures, List<Column> identifying, Others others) {
        try (Data data = open(source, others)) {
            return data.failing(measures, identifying);
        }
    }

    private record Elsewhere<S extends Source>(String what, String why) implements Engine<S> {

        @Override
        public ScanResult scan(S source, Collection<Measure> measures, Others others) {
            return new ScanResult.Unreachable("the " + what + " " + source + " is not reachable from here: " + why);
        }

        @Override
        public Look look(S source, List<Column> first, @Nullable Long rows) {
            return new Look.Unseen(why);
        }

        @Override
        public Map<Measure, Rows> failing(
                S source, Collection<Measure> measures, List<Column> identifying, Others others) {
            return Map.of();
        }
    }
}
