package io.meshwork.cli.quality;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.OutputOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mesh quality run}: contracts checked on local files, before anything is published. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Checks contracts on the files of this machine, without a running mesh and as the quality service would.",
            "Rows that break a check are shown with personal data masked."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every product passed",
            "1:a product failed, or a contract has errors",
            "2:wrong options, or a file cannot be read",
            "4:a product could not be checked; the reason is told"
        })
final class RunCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "CONTRACT",
            description = {
                "Contracts (ODCS v3, ODPS v1, DataProduct) in YAML or JSON; checks that compare with the data of another",
                "product need its contract here, too."
            })
    private List<Path> contracts = List.of();

    @Option(
            names = "--root",
            paramLabel = "FOLDER",
            description = {
                "Under which the files of the output ports lie. Default: the contract's own folder, or the nearest above",
                "it, up to the working folder, in which they are."
            })
    private @Nullable Path root;

    @Option(names = "--profile", description = "Also what the data looks like, field by field.")
    private boolean profile;

    @Option(names = "--watch", description = "Again whenever a contract or its data changes; ends on Ctrl-C.")
    private boolean watch;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (LocalExamination examination = new LocalExamination(root, Path.of(""))) {
            if (!watch) {
                return run(examination);
            }
            Watch watched = new Watch(() -> files(examination));
            int exitCode = run(examination);
            watched.untilInterrupted(() -> {
                spec.commandLine().getOut().println();
                run(examination);
            });
            return exitCode;
        }
    }

    private Set<Path> files(LocalExamination examination) {
        Set<Path> files = new LinkedHashSet<>();
        contracts.forEach(contract -> files.addAll(examination.files(contract)));
        return files;
    }

    private int run(LocalExamination examination) {
        List<RunView> runs =
                examination.run(contracts).stream().map(RunView::from).toList();
        List<String> lines = new ArrayList<>();
        for (RunView run : runs) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(RunLines.of(run, profile));
        }
        output.write(spec.commandLine().getOut(), runs, lines);
        return exitCode(runs);
    }

    /** The worst of all. */
    private static int exitCode(List<RunView> runs) {
        List<String> statuses = runs.stream().map(RunView::status).toList();
        if (statuses.contains("unusable")) {
            return ExitCode.USAGE;
        }
        if (statuses.contains("failed") || statuses.contains("invalid")) {
            return ExitCode.REFUSED;
        }
        return statuses.contains("not_checked") ? ExitCode.PENDING : ExitCode.OK;
    }
}
