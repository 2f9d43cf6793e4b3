package io.meshwork.cli.validate;

import io.meshwork.cli.ExitCode;
import io.meshwork.contract.read.ContractReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mesh validate}: every problem of every file, with its place and how to mend it. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks data product contracts (ODCS v3, DataProduct) without a running mesh.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every file is a valid contract", "1:a file has errors", "2:a file cannot be read"})
public final class ValidateCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Contracts in YAML or JSON.")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            converter = ReportFormat.Converter.class,
            defaultValue = "text",
            paramLabel = "text|json|github",
            description = "text for people, json for programs, github for annotations. Default: ${DEFAULT-VALUE}.")
    private ReportFormat format = ReportFormat.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<FileResult> results = new ArrayList<>();
        boolean allRead = true;
        for (Path file : files) {
            try {
                results.add(new FileResult(file, new ContractReader().read(bytes(file))));
            } catch (IOException e) {
                allRead = false;
                spec.commandLine().getErr().println("Cannot read " + file + ": " + reason(file) + ".");
            }
        }
        spec.commandLine().getOut().print(format.render(results));
        spec.commandLine().getOut().flush();
        if (!allRead) {
            return ExitCode.USAGE;
        }
        return results.stream().allMatch(FileResult::valid) ? ExitCode.OK : ExitCode.REFUSED;
    }

    /** One byte more than the reader takes is enough for it to say that the document is too large. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ContractReader.MAX_BYTES + 1);
        }
    }

    private static String reason(Path file) {
        if (Files.isDirectory(file)) {
            return "it is a folder; name the files in it";
        }
        return Files.exists(file) ? "it is not readable; check its rights" : "there is no such file; check the path";
    }
}
