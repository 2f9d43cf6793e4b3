package io.meshwork.cli.validate;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.Unreadable;
import io.meshwork.cli.document.DocumentFolder;
import io.meshwork.cli.document.MeshDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        description = "Checks contracts (ODCS v3, ODPS v1, DataProduct), domains and templates without a running mesh.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every file is valid", "1:a file has errors", "2:a file cannot be read"})
public final class ValidateCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|FOLDER",
            description = "Contracts, domains and templates in YAML or JSON; of a folder, every one in it and below.")
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
                for (Path document : documents(file)) {
                    results.add(new FileResult(document, MeshDocument.read(document)));
                }
            } catch (IOException | UncheckedIOException e) {
                allRead = false;
                spec.commandLine().getErr().println(Unreadable.fileOrFolder(file));
            }
        }
        spec.commandLine().getOut().print(format.render(results));
        spec.commandLine().getOut().flush();
        if (!allRead) {
            return ExitCode.USAGE;
        }
        return results.stream().allMatch(FileResult::valid) ? ExitCode.OK : ExitCode.REFUSED;
    }

    private List<Path> documents(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            return List.of(file);
        }
        List<Path> documents = DocumentFolder.read(file).documents();
        if (documents.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "There is nothing to check in " + file
                                    + ": no YAML or JSON file has the `kind` DataContract, DataProduct, Domain or ContractTemplate.");
        }
        return documents;
    }
}
