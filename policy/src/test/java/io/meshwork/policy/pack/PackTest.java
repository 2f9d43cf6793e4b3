package io.meshwork.policy.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackTest {

    private static final Path SOURCES = Path.of("src/main/resources/policies");

    @ParameterizedTest
    @EnumSource
    void hasEveryFileOfItsFolder(Pack pack) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES.resolve(pack.text()))) {
            assertThat(pack.files())
                    .extracting(Pack.PackFile::name)
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .sorted()
                                    .toList());
        }
    }

    @Test
    void everyFolderIsAPack() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Pack.texts());
        }
    }
}
