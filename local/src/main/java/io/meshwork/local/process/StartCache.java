package io.meshwork.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a program loads and links while it starts, kept for its next start, which then takes half the time (JEP 483, JEP 514). A
 * run without a cache that fits records; once it has ended in order, a process of low priority that nobody waits for assembles
 * the cache from the recording. A cache fits only the jars it was made from, and is
 * younger than they are; it fits only one version of Java, which its folder is named for.
 */
public final class StartCache {

    private static final List<String> QUIET = List.of("-Xlog:cds*=off", "-Xlog:aot*=off");
    private static final String CONFIGURATION = "-XX:AOTConfiguration=";
    private static final String MODE = "-XX:AOTMode=";

    /** A JVM writes its recording last of all. Arguments: its process id, recording, cache, java with its options. */
    private static final String ASSEMBLE = """
            trap '' INT HUP
            ended=$1 recording=$2 cache=$3
            shift 3
            while kill -0 "$ended" 2>/dev/null; do sleep 1; done
            [ -s "$recording" ] && nice -n 19 "$@" && mv -f "$recording.part" "$cache"
            rm -f "$recording" "$recording.part"
            """;

    private final Path lib;
    private final Path cache;

    StartCache(Path dist, String name) {
        this.lib = dist.resolve("lib");
        this.cache = dist.resolve("start-" + Runtime.version()).resolve(name + ".aot");
    }

    /** Options of a JVM that uses the cache, or records for the next one when none fits. */
    public List<String> useOrRecord() {
        if (fits()) {
            return use();
        }
        List<String> options = new ArrayList<>(List.of(MODE + "record", CONFIGURATION + newRecording()));
        options.addAll(QUIET);
        return options;
    }

    /** Options of a JVM that uses the cache if it fits, and nothing else. */
    public List<String> useIfThere() {
        return fits() ? use() : List.of();
    }

    private List<String> use() {
        return Stream.concat(Stream.of("-XX:AOTCache=" + cache), QUIET.stream()).toList();
    }

    private Path newRecording() {
        try {
            Files.createDirectories(cache.getParent());
            deleteForgotten();
            return cache.resolveSibling(recordings() + ProcessHandle.current().pid());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String recordings() {
        return cache.getFileName() + ".";
    }

    /** A recording has 100 MB; when who started its JVM was killed, nobody is left to assemble and delete it. */
    private void deleteForgotten() throws IOException {
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(cache.getParent(), recordings() + "*")) {
            for (Path recording : left) {
                if (Files.getLastModifiedTime(recording).compareTo(old) < 0) {
                    Files.deleteIfExists(recording);
                }
            }
        }
    }

    private boolean fits() {
        try (Stream<Path> jars = Files.list(lib)) {
            if (!Files.exists(cache)) {
                return false;
            }
            var made = Files.getLastModifiedTime(cache);
            for (Path jar : (Iterable<Path>) jars::iterator) {
                if (Files.getLastModifiedTime(jar).compareTo(made) > 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether a JVM was given this option by us. */
    public static boolean isOption(String option) {
        return option.startsWith("-XX:AOT") || QUIET.contains(option);
    }

    /** Lets the cache be assembled from what this JVM records, if it does, as soon as it has ended. */
    public static void assembleAfterUs() {
        assembleAfter(
                ProcessHandle.current().pid(),
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                Jvm.ownClassPath());
    }

    /** Lets the cache be assembled from what a JVM with these options records, if it does, as soon as it has ended. */
    static void assembleAfter(long pid, List<String> options, String classPath) {
        Optional<Path> recording = options.stream()
                .filter(option -> option.startsWith(CONFIGURATION))
                .map(option -> Path.of(option.substring(CONFIGURATION.length())))
                .findFirst();
        recording.ifPresent(made -> assemble(pid, made, options, classPath));
    }

    private static void assemble(long pid, Path recording, List<String> options, String classPath) {
        String name = recording.getFileName().toString();
        Path cache = recording.resolveSibling(name.substring(0, name.lastIndexOf('.')));
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", ASSEMBLE, "sh", Long.toString(pid), recording.toString(), cache.toString()));
        command.add(Jvm.JAVA);
        options.stream().filter(option -> !option.startsWith(MODE)).forEach(command::add);
        command.addAll(List.of(MODE + "create", "-XX:AOTCache=" + recording + ".part"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("CLASSPATH", classPath);
        try {
            builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException("no shell to assemble a start cache", failed);
        }
    }
}
