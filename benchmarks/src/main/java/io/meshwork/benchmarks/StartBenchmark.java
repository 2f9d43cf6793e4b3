package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.table.Figure;
import io.meshwork.benchmarks.table.Report;
import io.meshwork.local.state.MeshHome;
import io.meshwork.local.state.PartState;
import io.meshwork.local.state.PlatformState;
import io.meshwork.local.state.Processes;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "start", description = "`mesh up` until ready, and the memory of all its processes when idle.")
final class StartBenchmark extends Measurement {

    private static final double GOAL_SECONDS = 15;
    private static final double GOAL_MEGABYTES = 1_300;

    @Option(names = "--idle", description = "Seconds to come to rest before memory is read; default ${DEFAULT-VALUE}.")
    private int idle = 30;

    @Option(names = "--starts", description = "Starts on empty state; the last is reported; default ${DEFAULT-VALUE}.")
    private int starts = 2;

    private record Started(double seconds, Map<String, Long> memory) {

        long total() {
            return memory.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @Override
    Report measure(Path folder) throws Exception {
        say("Building what is not built");
        run(folder, "--help");
        List<Started> all = new ArrayList<>();
        for (int i = 1; i <= starts; i++) {
            say("Start " + i + " of " + starts);
            all.add(start(folder.resolve("up-" + i), i == starts ? idle : 0));
            awaitStartCaches();
        }
        say("Platform without services");
        Started bare = bare(folder.resolve("bare"));
        Started last = all.getLast();
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.of("ready after", "%.1f s", last.seconds)
                        .against(bare.seconds)
                        .below(GOAL_SECONDS),
                Figure.of("resident when idle", "%.0f MB", last.total() / 1e6)
                        .against(bare.total() / 1e6)
                        .below(GOAL_MEGABYTES)));
        last.memory.forEach(
                (part, bytes) -> figures.add(memory(part, bytes, bare.memory).withoutGoal()));
        return new Report(
                "start: ./mesh up --background on empty state until it says it is ready",
                "broker, registry and PostgreSQL without a service; their supervisor, this program, not counted",
                figures,
                List.of(
                        "Starts took "
                                + String.join(
                                        ", ",
                                        all.stream()
                                                .map(s -> "%.1f s".formatted(s.seconds))
                                                .toList())
                                + "; the first one after a build records for the start cache.",
                        "Memory is proportional (PSS): pages that processes share count once. MB are 10^6 bytes."));
    }

    private static Figure.Against memory(String part, long bytes, Map<String, Long> bare) {
        Figure.Measured figure = Figure.of("  " + part, "%.0f MB", bytes / 1e6);
        Long baseline = bare.get(part);
        return baseline == null ? figure.withoutBaseline() : figure.against(baseline / 1e6);
    }

    private static Started start(Path home, int idleSeconds) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        run(home, "up", "--background");
        double seconds = (System.nanoTime() - begin) / 1e9;
        try {
            TimeUnit.SECONDS.sleep(idleSeconds);
            PlatformState state = new MeshHome(home)
                    .running()
                    .orElseThrow(() -> new WorkNotDoneException("mesh up said it is ready, and no mesh is running"));
            return new Started(seconds, memory(state, true));
        } finally {
            run(home, "down");
        }
    }

    /** They are assembled in the background after the first start's end. */
    private static void awaitStartCaches() throws IOException, InterruptedException {
        PathMatcher recording = FileSystems.getDefault().getPathMatcher("glob:**/*.aot.*");
        do {
            TimeUnit.SECONDS.sleep(2);
        } while (contains(Path.of(System.getProperty("mesh.dist")), recording));
    }

    private static boolean contains(Path folder, PathMatcher wanted) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.anyMatch(wanted::matches);
        }
    }

    private static void run(Path home, String... arguments) throws IOException, InterruptedException {
        Path script = Path.of(System.getProperty("mesh.dist"))
                .resolve("../../../mesh")
                .normalize();
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(Files.createDirectories(home), "output", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("MESH_HOME", home.toString());
        builder.environment().put("MESH_PORT_BASE", "0");
        if (builder.start().waitFor() != 0) {
            throw new WorkNotDoneException(String.join(" ", command) + " failed: " + Files.readString(output));
        }
    }

    private static Started bare(Path folder) throws Exception {
        long begin = System.nanoTime();
        try (MeasuredMesh mesh = MeasuredMesh.start(folder, Set.of())) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Started(seconds, memory(mesh.platform().state(), false));
        }
    }

    private static Map<String, Long> memory(PlatformState state, boolean withSupervisor) throws IOException {
        Map<String, Long> memory = new LinkedHashMap<>();
        if (withSupervisor) {
            var supervisor = state.findSupervisor().orElseThrow();
            memory.put("mesh (four services)", Pages.of(supervisor));
        }
        for (PartState part : state.parts()) {
            if (part.process() != null) {
                var process = Processes.find(part.process())
                        .orElseThrow(() -> new WorkNotDoneException(part.name() + " is not running"));
                memory.put(part.name(), Pages.of(Stream.concat(Stream.of(process), process.descendants())));
            }
        }
        return memory;
    }
}
