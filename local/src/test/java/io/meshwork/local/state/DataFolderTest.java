package io.meshwork.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void isTheOneNamedLastUntilTheMeshIsWiped() {
        MeshHome home = new MeshHome(folder.resolve("mesh"));
        home.create();
        assertThat(home.dataFolder().choose(Optional.empty())).isEmpty();

        assertThat(home.dataFolder().choose(Optional.of(Path.of("/data/a b")))).contains(Path.of("/data/a b"));
        assertThat(home.dataFolder().choose(Optional.of(Path.of("/data/ä")))).contains(Path.of("/data/ä"));
        assertThat(home.dataFolder().choose(Optional.empty())).contains(Path.of("/data/ä"));

        home.wipe();
        assertThat(home.dataFolder().choose(Optional.empty())).isEmpty();
    }
}
