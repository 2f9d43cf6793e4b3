package io.meshwork.benchmarks;

import io.meshwork.benchmarks.mesh.MeasuredMesh;
import io.meshwork.benchmarks.mesh.Products;
import io.meshwork.benchmarks.table.Figure;
import io.meshwork.benchmarks.table.Report;
import io.meshwork.local.MeshService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "import",
        description =
                "`mesh publish` of a folder with very many contracts: contracts per second, and memory of the command.")
final class ImportBenchmark extends Measurement {

    private static final double GOAL_MEMORY = 1.2;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final int SHARE = 10;

    @Option(names = "--contracts", description = "Contracts in the folder; default ${DEFAULT-VALUE}.")
    private int contracts = 10_000;

    /**
     * @param perSecond from the command's start to its end
     * @param peak resident memory of the command at most, bytes
     */
    private record Import(double perSecond, long peak) {}

    @Override
    Report measure(Path folder) throws Exception {
        try (MeasuredMesh mesh = MeasuredMesh.start(folder, Set.of(MeshService.values()))) {
            say("Warming up");
            var warm = publish(mesh, folder, "warm", contracts / SHARE);
            say("Publishing " + contracts / SHARE);
            Import small = publish(mesh, folder, "small", contracts / SHARE);
            say("Publishing " + contracts);
            Import large = publish(mesh, folder, "large", contracts);
            return new Report(
                    "mesh publish of a folder with " + contracts + " contracts, until each is decided",
                    "a folder with " + contracts / SHARE,
                    List.of(
                            Figure.of("contracts published", "%.0f/s", large.perSecond())
                                    .against(small.perSecond())
                                    .withoutGoal(),
                            Figure.of("memory of the command", "%.0f MB", large.peak() / 1e6)
                                    .against(small.peak() / 1e6)
                                    .ratioAtMost(GOAL_MEMORY)),
                    List.of("%.0f/s while warming up. Policies and quality judge the products at the same time."
                            .formatted(warm.perSecond())));
        }
    }

    private static Import publish(MeasuredMesh mesh, Path folder, String series, int number) throws Exception {
        Path contracts = Files.createDirectories(folder.resolve("contracts-" + series));
        new Products(series).write(contracts, number);
        Path output = folder.resolve(series + ".log");
        ProcessBuilder command = new ProcessBuilder(script().toString(), "publish", contracts.toString(), "--wait", "0")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        command.environment()
                .put(
                        "MESH_CATALOG",
                        mesh.platform().serviceUrl(MeshService.CATALOG).toString());
        long begin = System.nanoTime();
        Process publish = command.start();
        long peak = 0;
        while (!publish.waitFor(100, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(publish.pid()));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        String last = new ArrayList<>(Files.readAllLines(output)).getLast();
        if (publish.exitValue() != 0 || !last.contains(number + " published")) {
            throw new WorkNotDoneException("mesh publish ended with " + publish.exitValue() + ": " + last);
        }
        return new Import(number / seconds, peak);
    }

    private static Path script() {
        return Path.of(System.getProperty("mesh.dist")).resolve("../../../mesh").normalize();
    }

    /** 0 for a process that has just ended. */
    private static long peak(long pid) {
        try {
            Matcher found = PEAK.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
            return found.find() ? Long.parseLong(found.group(1)) * 1024 : 0;
        } catch (IOException ended) {
            return 0;
        }
    }
}
