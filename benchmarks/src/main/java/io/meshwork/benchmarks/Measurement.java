package io.meshwork.benchmarks;

import io.meshwork.benchmarks.table.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives a measurement a folder of its own, and prints what it came to. */
@Command(mixinStandardHelpOptions = true)
abstract class Measurement implements Callable<Integer> {

    @Option(names = "--keep", description = "Keep the temporary folder with data and logs.")
    private boolean keep;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** @throws WorkNotDoneException when the work was not done, or not all of it */
    abstract Report measure(Path folder) throws Exception;

    @Override
    public final Integer call() throws Exception {
        Path folder = Files.createTempDirectory("mesh-benchmark");
        // The log goes there; nothing has asked for a logger yet.
        System.setProperty("mesh.home", folder.toString());
        try {
            say("Measuring in " + folder + " …");
            Machine machine = new Machine();
            double before = machine.busy();
            Report report = measure(folder);
            double after = machine.busy();
            spec.commandLine().getOut().println(report);
            spec.commandLine().getOut().println(machine.remark(before, after));
            spec.commandLine().getOut().flush();
            return 0;
        } finally {
            if (!keep) {
                delete(folder);
            }
        }
    }

    /** Progress, beside the result. */
    final void say(String progress) {
        spec.commandLine().getErr().println(progress);
        spec.commandLine().getErr().flush();
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
