package io.meshwork.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder of built programs: {@code lib/} with every jar, {@code registry/}, {@code postgres-*}. */
public record Programs(Path folder) {

    public Programs {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path registry() {
        return folder.resolve("registry");
    }

    /** Every jar, always in the same order: a class archive fits one class path only. */
    public String classPath() {
        try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
            return jars.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
        } catch (IOException failed) {
            throw new UncheckedIOException("the platform is not built: there are no jars in " + folder, failed);
        }
    }

    /**
     * Options that let a JVM start from an archive of the classes it loaded last time, which halves its start. It writes the
     * archive when it ends, if there is none that fits; that takes it a few seconds more.
     */
    public List<String> classArchive(String name) {
        return List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve(name + ".jsa"),
                "-Xlog:cds*=off",
                "-Xlog:aot*=off");
    }
}
