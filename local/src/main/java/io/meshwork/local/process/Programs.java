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

    /** Every jar, always in the same order: a start cache fits one class path only. */
    public String classPath() {
        return jarsIn(folder.resolve("lib")).stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The jars in a folder of a program, sorted. */
    public static List<Path> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("the platform is not built: there are no jars in " + folder, failed);
        }
    }

    /** Of the program with this name. */
    public StartCache startCache(String name) {
        return new StartCache(folder, name);
    }

    /** Of {@code mesh up}, which has all services in it: their own processes start from it too. */
    public StartCache meshStartCache() {
        return startCache("mesh");
    }
}
