package io.meshwork.quality.engine.kafka;

import io.meshwork.quality.check.Column;
import io.meshwork.quality.check.Measure;
import io.meshwork.quality.engine.Data;
import io.meshwork.quality.engine.DataFile;
import io.meshwork.quality.engine.DataTopic;
import io.meshwork.quality.engine.DecimalType;
import io.meshwork.quality.engine.FileFormat;
import io.meshwork.quality.engine.Look;
import io.meshwork.quality.engine.Others;
import io.meshwork.quality.engine.Rows;
import io.meshwork.quality.engine.ScanResult;
import io.meshwork.quality.engine.Taken;
import io.meshwork.quality.engine.Window;
import io.meshwork.quality.engine.duckdb.DuckDbEngine;
import io.meshwork.quality.engine.duckdb.DuckDbEngines;
import io.meshwork.quality.engine.duckdb.scratch.ScratchFolder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** The rows of a window in a file of their own, measured by an instance that can read nothing else. */
record OpenWindow(DataTopic topic, DataFile rows, Path place, Window window, DuckDbEngine engine, Semaphore free)
        implements Data {

    private static final Others ALONE =
            Others.none("of a topic only the newest records are read, and what they lack may stand before them");

    /** With an ending, or a topic called {@code orders.gz} would be unpacked. */
    private static final String ENDING = ".json";

    /**
     * @param place with the file of the rows and nothing else
     * @param free is given back a permit at the end
     */
    static OpenWindow of(
            DataTopic topic,
            Map<String, DecimalType> decimals,
            Path place,
            Window window,
            DuckDbEngines files,
            Semaphore free) {
        DataFile rows = new DataFile(topic.name() + ENDING, FileFormat.JSON, null, decimals);
        return new OpenWindow(topic, rows, place, window, files.at(place), free);
    }

    static Path file(Path place, DataTopic topic) {
        return place.resolve(topic.name() + ENDING);
    }

    @Override
    public ScanResult scan(Collection<Measure> measures) {
        return switch (engine.scan(rows, measures, ALONE)) {
            case ScanResult.Measured(var count, var measurements, var taken, var took, var none) ->
                new ScanResult.Measured(count, measurements, ofTopic(taken), took, window);
            case ScanResult.Unreachable(String reason) -> new ScanResult.Unreachable(ofTopic(reason));
            case ScanResult.Unreadable(String reason) -> new ScanResult.Unreadable(ofTopic(reason));
        };
    }

    @Override
    public Look look(List<Column> first, @Nullable Long known) {
        return switch (engine.look(rows, first, known)) {
            case Look.Seen seen -> seen;
            case Look.Unseen(String reason) -> new Look.Unseen(ofTopic(reason));
        };
    }

    @Override
    public Map<Measure, Rows> failing(Collection<Measure> measures, List<Column> identifying) {
        return engine.failing(rows, measures, identifying);
    }

    private Map<Measure, Taken> ofTopic(Map<Measure, Taken> taken) {
        Map<Measure, Taken> named = new LinkedHashMap<>();
        taken.forEach((measure, how) -> named.put(
                measure,
                new Taken(how.sql().replace("'" + topic.name() + ENDING + "'", "'" + topic.name() + "'"), how.took())));
        return named;
    }

    private String ofTopic(String reason) {
        return reason.replace("the file " + topic.name() + ENDING, "the window of the topic " + topic.name());
    }

    @Override
    public void close() {
        try {
            engine.close();
            ScratchFolder.delete(place);
        } finally {
            free.release();
        }
    }
}
