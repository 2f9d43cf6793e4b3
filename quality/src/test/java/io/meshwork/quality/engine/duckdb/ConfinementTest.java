package io.meshwork.quality.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfinementTest {

    @TempDir
    Path folder;

    private Path root;
    private Confinement confinement;

    @BeforeEach
    void writeFiles() throws IOException {
        root = Files.createDirectories(folder.resolve("root/sub")).getParent();
        Files.writeString(root.resolve("sub/a.csv"), "id\n1\n");
        Files.writeString(folder.resolve("secret.csv"), "id\n1\n");
        Files.createSymbolicLink(root.resolve("link.csv"), folder.resolve("secret.csv"));
        Files.createSymbolicLink(root.resolve("out"), folder);
        Files.createSymbolicLink(root.resolve("inner.csv"), root.resolve("sub/a.csv"));
        confinement = new Confinement(root);
    }

    private String refusal(String location) {
        return ((Confinement.Outside) confinement.resolve(location)).reason();
    }

    @Test
    void findsFileUnderTheRoot() throws IOException {
        Path real = root.resolve("sub/a.csv").toRealPath();
        for (String location : new String[] {
            "sub/a.csv",
            "./sub/a.csv",
            "file:sub/a.csv",
            "inner.csv",
            root.resolve("sub/a.csv").toUri().toString()
        }) {
            assertThat(confinement.resolve(location)).as(location).isEqualTo(new Confinement.Inside(real, 5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "/", "file:///etc/passwd", "file:/etc/passwd"})
    void refusesAbsolutePath(String location) {
        assertThat(refusal(location)).contains("absolute path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.csv", "sub/../../secret.csv", "sub/../sub/a.csv", "..", "file:../secret.csv"})
    void refusesToClimb(String location) {
        assertThat(refusal(location)).contains("remove `..`");
    }

    @Test
    void refusesToClimbOutOfAnAbsoluteUrl() {
        assertThat(refusal("file://" + root + "/../secret.csv")).contains("absolute path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"link.csv", "out/secret.csv"})
    void refusesLinkThatLeadsOut(String location) {
        assertThat(refusal(location)).contains("a link that leads out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*.csv", "sub/?.csv", "sub/[a-z].csv", "sub/{a,b}.csv", "sub\\a.csv", "a\u0000b.csv", "a\nb"})
    void refusesWildcardsAndControlCharacters(String location) {
        assertThat(refusal(location)).contains("wildcards or control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org/a.csv", "s3://bucket/a.csv", "file:http://example.org/a", "C:/a.csv"})
    void refusesUrl(String location) {
        assertThat(confinement.resolve(location)).isInstanceOf(Confinement.Outside.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "sub", "~/a.csv", "sub/a.csv/more"})
    void refusesWhatIsNoFile(String location) {
        assertThat(confinement.resolve(location)).isInstanceOf(Confinement.Outside.class);
    }
}
