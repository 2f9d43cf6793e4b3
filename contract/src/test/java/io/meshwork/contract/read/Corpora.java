package io.meshwork.contract.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Real documents that are not part of this project: in the folder that the system property {@code meshwork.corpora} names,
 * else in a folder beside the project. Tests that want them are skipped where there are none.
 */
public final class Corpora {

    private static final Path ROOT = Path.of(System.getProperty("meshwork.corpora", "../../shared/corpora"))
            .normalize();

    private Corpora() {}

    public static Path odcs() {
        return ROOT.resolve("odcs");
    }

    public static Path odps() {
        return ROOT.resolve("odps");
    }

    /** Empty when there is no such folder. */
    public static List<Path> documents(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
