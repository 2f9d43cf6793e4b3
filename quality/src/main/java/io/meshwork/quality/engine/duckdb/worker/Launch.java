package io.meshwork.quality.engine.duckdb.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a worker is started: with our Java and nothing else of ours, within limits that the system holds. */
record Launch(WorkerSettings settings, Program program) {

    private static final Path SHELL = Path.of("/bin/sh");

    /** Of the Java heap, which has the tree of a query and no data. */
    private static final int HEAP_MEGABYTES = 64;

    /** What Java, DuckDB's threads and the parts of a query that DuckDB does not count need besides. */
    private static final int OVERHEAD_MEGABYTES = 256;

    /**
     * Limits that a system does not have are left out. The first lines have the system end a worker rather than its service when all
     * memory is taken, and leave to the service what is sent to all its processes: Ctrl-C, or the signal with which systemd stops it.
     */
    private static final String LIMITED = """
            { echo 1000 > /proc/self/oom_score_adj; } 2>/dev/null
            trap '' INT HUP TERM
            umask 077
            ulimit -c 0 2>/dev/null
            ulimit -d "$1" 2>/dev/null
            ulimit -f "$2" 2>/dev/null
            shift 2
            exec env -i LC_ALL=C.UTF-8 "$@"
            """;

    private static final List<String> OPTIONS = List.of(
            "-Xms8m",
            "-Xmx" + HEAP_MEGABYTES + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:CompressedClassSpaceSize=32m",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+SuppressFatalErrorMessage",
            // Standard output is for answers.
            "-XX:+DisplayVMOutputToStderr",
            "-Xlog:disable",
            "-Xlog:all=warning:stderr",
            "--enable-native-access=ALL-UNNAMED");

    /** @param folder of this worker alone; it works in an empty one within it */
    Process start(Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(folder))
                .directory(Files.createDirectory(folder.resolve("work")).toFile())
                .redirectError(errors(folder).toFile());
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    /** Where a worker writes what went wrong with it. */
    static Path errors(Path folder) {
        return folder.resolve("errors");
    }

    private List<String> command(Path folder) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            long kibibytes = (settings.memoryMegabytes() + HEAP_MEGABYTES + OVERHEAD_MEGABYTES) * 1024;
            long blocks = (settings.fileMegabytes() + 1) * 2048;
            command.addAll(List.of(SHELL.toString(), "-c", LIMITED, "sh", "" + kibibytes, "" + blocks));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-Djava.io.tmpdir=" + folder);
        command.add("-Djava.library.path=" + program.libraries());
        command.add("-cp");
        command.add(program.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(program.mainClass());
        command.add(folder.resolve("spill").toString());
        return command;
    }
}
