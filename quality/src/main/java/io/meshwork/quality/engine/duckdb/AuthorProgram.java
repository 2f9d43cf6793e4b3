package io.meshwork.quality.engine.duckdb;

import io.meshwork.quality.engine.duckdb.worker.Program;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Puts the process for authors' queries together from the jars that we run on ourselves. DuckDB's jar is taken apart: a process that
 * starts from the whole one unpacks its library of 70 MB once more, and leaves it behind when it is killed.
 */
final class AuthorProgram {

    private static final String LIBRARY = "libduckdb_java.so_";

    private AuthorProgram() {}

    static Program into(Path folder) throws IOException {
        List<Path> classPath = new ArrayList<>();
        classPath.add(classesOfDuckDb(folder));
        for (Class<?> part : List.of(
                AuthorProcess.class,
                tools.jackson.databind.json.JsonMapper.class,
                tools.jackson.core.JsonParser.class,
                com.fasterxml.jackson.annotation.JsonProperty.class)) {
            classPath.add(placeOf(part));
        }
        return new Program(AuthorProcess.class.getName(), classPath, folder);
    }

    private static Path classesOfDuckDb(Path folder) throws IOException {
        Path classes = folder.resolve("duckdb.jar");
        Path library = folder.resolve(System.mapLibraryName("duckdb_java"));
        String ours = LIBRARY + system() + "_" + processor();
        try (JarFile whole = new JarFile(placeOf(org.duckdb.DuckDBDriver.class).toFile());
                JarOutputStream jar = new JarOutputStream(Files.newOutputStream(classes))) {
            for (JarEntry entry : (Iterable<JarEntry>) whole.stream()::iterator) {
                try (InputStream content = whole.getInputStream(entry)) {
                    if (entry.getName().equals(ours)) {
                        Files.copy(content, library);
                    } else if (!entry.getName().startsWith(LIBRARY)) {
                        jar.putNextEntry(new JarEntry(entry.getName()));
                        content.transferTo(jar);
                    }
                }
            }
        }
        // For those who are interrupted, such as `mesh quality run --watch`.
        library.toFile().deleteOnExit();
        classes.toFile().deleteOnExit();
        if (!Files.exists(library)) {
            throw new IOException("DuckDB's jar has no " + ours);
        }
        return classes;
    }

    private static Path placeOf(Class<?> part) throws IOException {
        CodeSource source = part.getProtectionDomain().getCodeSource();
        try {
            Path place = source == null ? null : Path.of(source.getLocation().toURI());
            if (place != null && Files.exists(place)) {
                return place;
            }
        } catch (URISyntaxException | RuntimeException notAFile) {
            throw new IOException(part.getName() + " is in no jar of its own but at " + source, notAFile);
        }
        throw new IOException(part.getName() + " is in no jar");
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "macos" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (name) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> name;
        };
    }
}
