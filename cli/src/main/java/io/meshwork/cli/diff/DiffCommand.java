package io.meshwork.cli.diff;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Output;
import io.meshwork.cli.Unreadable;
import io.meshwork.contract.change.Change;
import io.meshwork.contract.model.DataProduct;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.read.Problem;
import io.meshwork.contract.read.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mesh diff}: every change, whom it hits, and whether the declared version is enough. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description =
                "Compares two versions of a data product contract without a running mesh, whatever format each is in.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing changed, or nothing that breaks consumers",
            "1:at least one change breaks consumers",
            "2:a file cannot be read, or is no valid contract"
        })
public final class DiffCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "OLD", description = "The version consumers have, in YAML or JSON.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW", description = "The version to come, in YAML or JSON.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path changed;

    @Option(
            names = {"-o", "--output"},
            converter = Output.Converter.class,
            defaultValue = "table",
            paramLabel = "table|json|yaml",
            description = "table for people, json or yaml for programs. Default: ${DEFAULT-VALUE}.")
    private Output output = Output.TABLE;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<DataProduct> before = read(old);
        Optional<DataProduct> after = read(changed);
        if (before.isEmpty() || after.isEmpty()) {
            return ExitCode.USAGE;
        }
        Comparison comparison = Comparison.of(before.get(), after.get());
        PrintWriter out = spec.commandLine().getOut();
        out.print(output.render(
                StructuredReport.of(comparison),
                TableReport.render(comparison).lines().toList()));
        out.flush();
        return comparison.changes().stream().anyMatch(Change::isBreaking) ? ExitCode.REFUSED : ExitCode.OK;
    }

    private Optional<DataProduct> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return product(file, new ContractReader().read(in.readNBytes(ContractReader.MAX_BYTES + 1)));
        } catch (IOException e) {
            spec.commandLine().getErr().println(Unreadable.file(file));
            return Optional.empty();
        }
    }

    private Optional<DataProduct> product(Path file, ReadResult result) {
        return switch (result) {
            case ReadResult.Accepted accepted -> Optional.of(accepted.product());
            case ReadResult.Refused refused -> {
                PrintWriter err = spec.commandLine().getErr();
                refused.problems().stream()
                        .filter(Problem::isError)
                        .forEach(problem -> err.printf(
                                "%s:%d:%d %s %s%n  %s%n",
                                file,
                                problem.line(),
                                problem.column(),
                                problem.code(),
                                problem.message(),
                                problem.advice()));
                err.println(file + " is no valid contract, so there is nothing to compare; mend it first.");
                yield Optional.empty();
            }
        };
    }
}
