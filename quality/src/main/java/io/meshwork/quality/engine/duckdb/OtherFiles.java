package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.check.FieldPair;
import io.meshwork.quality.check.Measure;
import io.meshwork.quality.engine.DataFile;
import io.meshwork.quality.engine.Others;
import io.meshwork.quality.engine.Ports.Place;
import io.meshwork.quality.engine.sql.ComparedQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens the files that a file is compared with. That one of them is not as its own contract says is not this product's fault. */
record OtherFiles(Others others, Confinement confinement, Queries queries) {

    sealed interface Opened {

        record Ready(FileRelation relation, String location) implements Opened {}

        /** @param reason for people */
        record Shut(String reason) implements Opened {}
    }

    Opened open(Measure.OfTwo measure) {
        return switch (others.find(measure.other())) {
            case Place.Nowhere(String reason) -> shut(measure, reason);
            case Place.At(DataFile file) -> open(measure, file);
            case Place.At elsewhere -> new Opened.Shut(Others.elsewhere(measure.other()));
        };
    }

    private Opened open(Measure.OfTwo measure, DataFile file) {
        return switch (confinement.resolve(file.location())) {
            case Confinement.Outside(String reason) -> shut(measure, reason);
            case Confinement.Inside(Path path, long bytes) when bytes == 0 -> shut(measure, "its file is empty");
            case Confinement.Inside(Path path, long bytes) -> open(measure, file, path);
        };
    }

    private Opened open(Measure.OfTwo measure, DataFile file, Path path) {
        Set<String> wanted = measure.pairs()
                .map(FieldPair::theirs)
                .map(column -> column.top())
                .collect(Collectors.toSet());
        try {
            FileRelation relation = Scan.open(file, path, wanted, queries);
            Optional<String> flaw = ComparedQuery.flaw(measure, relation);
            return flaw.isPresent() ? new Opened.Shut(flaw.get()) : new Opened.Ready(relation, file.location());
        } catch (IOException | SQLException unreadable) {
            return new Opened.Shut(Others.unreadable(measure.other()));
        }
    }

    private static Opened.Shut shut(Measure.OfTwo measure, String reason) {
        return new Opened.Shut("the data of `" + measure.other() + "` cannot be compared with: " + reason);
    }
}
