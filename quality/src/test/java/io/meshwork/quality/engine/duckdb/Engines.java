package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.engine.Engine;
import java.nio.file.Path;
import java.time.Duration;

/** Engines for tests of other packages. */
public final class Engines {

    private Engines() {}

    public static Engine on(Path root) {
        return new DuckDbEngine(DataRoot.settings(root, Duration.ofSeconds(20)));
    }
}
