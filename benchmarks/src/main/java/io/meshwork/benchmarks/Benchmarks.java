package io.meshwork.benchmarks;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of {@code benchmarks/run}. */
@Command(
        name = "benchmarks/run",
        description = {
            "Take one measurement of Meshwork, with its baseline in the same run.",
            "Each runs a mesh of its own on free ports in a temporary folder. Numbers only count when nothing else uses the machine."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            StartBenchmark.class,
            LatencyBenchmark.class,
            PolicyBenchmark.class,
            MeshBenchmark.class,
            ScoringBenchmark.class,
            ContractBenchmark.class,
            LineageBenchmark.class,
            GrowthBenchmark.class,
            ImportBenchmark.class,
            SearchBenchmark.class,
            SubscriptionBenchmark.class,
            NotifierBenchmark.class
        })
final class Benchmarks {

    private Benchmarks() {}

    public static void main(String... arguments) {
        // What still runs in the background ends with us.
        System.exit(new CommandLine(new Benchmarks())
                .setExecutionExceptionHandler(Benchmarks::explain)
                .execute(arguments));
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof WorkNotDoneException) {
            command.getErr().println(command.getCommandName() + ": " + failure.getMessage());
            return 1;
        }
        throw failure;
    }
}
