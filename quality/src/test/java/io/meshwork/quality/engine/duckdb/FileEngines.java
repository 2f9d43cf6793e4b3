package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.engine.Engine;
import io.meshwork.quality.engine.Engines;
import io.meshwork.quality.engine.Source;
import java.nio.file.Path;
import java.time.Duration;

/** Engines for tests of other packages. */
public final class FileEngines {

    private FileEngines() {}

    public static Engine<Source> on(Path root) {
        return Engines.ofFiles(DataRoot.engine(DataRoot.settings(root, Duration.ofSeconds(20))), "files only");
    }
}
