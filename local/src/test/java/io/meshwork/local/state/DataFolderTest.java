package io.meshwork.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void isTheOneNamedLastUntilTheMeshIsWiped() {
        MeshHome home = new MeshHome(folder.resolve("mesh"));
        home.create();
        assertThat(home.dataFolder().remembered()).isEmpty();

        home.dataFolder().remember(Path.of("/data/a b"));
        home.dataFolder().remember(Path.of("/data/ä"));
        assertThat(home.dataFolder().remembered()).contains(Path.of("/data/ä"));

        home.wipe();
        assertThat(home.dataFolder().remembered()).isEmpty();
    }
}
