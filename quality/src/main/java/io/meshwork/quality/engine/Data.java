package io.meshwork.quality.engine;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.Measure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Data that was opened: all that is asked of it until it is closed is about the same rows. See {@link Engine} for what is asked. */
public interface Data extends AutoCloseable {

    ScanResult scan(Collection<Measure> measures);

    Look look(List<Column> first, @Nullable Long rows);

    Map<Measure, Rows> failing(Collection<Measure> measures, List<Column> identifying);

    @Override
    void close();

    /** Data that stays where it is. */
    record InPlace<S extends Source>(Engine<S> engine, S source, Others others) implements Data {

        @Override
        public ScanResult scan(Collection<Measure> measures) {
            return engine.scan(source, measures, others);
        }

        @Override
        public Look look(List<Column> first, @Nullable Long rows) {
            return engine.look(source, first, rows);
        }

        @Override
        public Map<Measure, Rows> failing(Collection<Measure> measures, List<Column> identifying) {
            return engine.failing(source, measures, identifying, others);
        }

        @Override
        public void close() {}
    }

    /**
     * Data that could not be opened.
     *
     * @param reason for people
     */
    record Closed(String reason) implements Data {

        @Override
        public ScanResult scan(Collection<Measure> measures) {
            return new ScanResult.Unreachable(reason);
        }

        @Override
        public Look look(List<Column> first, @Nullable Long rows) {
            return new Look.Unseen(reason);
        }

        @Override
        public Map<Measure, Rows> failing(Collection<Measure> measures, List<Column> identifying) {
            return Map.of();
        }

        @Override
        public void close() {}
    }
}
