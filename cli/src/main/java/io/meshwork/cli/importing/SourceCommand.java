package io.meshwork.cli.importing;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.NewFile;
import io.meshwork.cli.importing.source.Finding;
import io.meshwork.contract.read.ContractReader;
import io.meshwork.contract.skeleton.Identity;
import io.meshwork.contract.skeleton.Skeleton;
import io.meshwork.contract.skeleton.Structure;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all imports share: look, draft, write, and tell what is left to people. */
abstract class SourceCommand implements Callable<Integer> {

    @Mixin
    private final ContractOptions contract = new ContractOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    abstract Finding find();

    /** What a product is called that is given no name; options are checked before anything is asked. */
    abstract String givenName();

    @Override
    public final Integer call() {
        Identity identity = contract.identity(givenName());
        Optional<Path> target = contract.output();
        if (target.isPresent() && Files.exists(target.get()) && !contract.force()) {
            return tell(
                    ExitCode.USAGE,
                    target.get() + " exists; name another file with --output, or write over it with" + " --force.");
        }
        return switch (find()) {
            case Finding.Found(Structure structure, List<String> remarks) -> write(structure, identity, remarks);
            case Finding.Refused(String reason) -> tell(ExitCode.REFUSED, reason);
            case Finding.Wrong(String reason) -> tell(ExitCode.USAGE, reason);
            case Finding.Unreachable(String reason) -> tell(ExitCode.UNREACHABLE, reason);
        };
    }

    private int write(Structure structure, Identity identity, List<String> remarks) {
        Skeleton skeleton = Skeleton.of(structure, identity);
        Optional<String> written = written(skeleton);
        if (written.isEmpty()) {
            return tell(
                    ExitCode.REFUSED,
                    "What was found does not fit into a contract, which holds "
                            + ContractReader.MAX_BYTES / 1024 + " KiB: it has "
                            + structure.fields().size()
                            + " fields on the top level. Import a view of those that consumers need.");
        }
        Optional<Path> target = contract.output();
        if (target.isEmpty()) {
            out().print(written.get());
            out().flush();
        } else {
            Optional<String> problem = NewFile.write(target.get(), written.get(), contract.force(), "--output");
            if (problem.isPresent()) {
                return tell(ExitCode.USAGE, problem.get());
            }
            out().println(target.get() + " written.");
        }
        remarks.forEach(err()::println);
        err().println("Still to do:");
        skeleton.stillToDo().forEach(line -> err().println("  - " + line));
        err().println("  - See that somebody has described its domain: mesh domain show "
                + skeleton.product().domain() + ".");
        target.ifPresent(path -> err().println("  - mesh validate " + path + ", then mesh publish " + path));
        return ExitCode.OK;
    }

    private static Optional<String> written(Skeleton skeleton) {
        try {
            return Optional.of(skeleton.contract());
        } catch (IllegalArgumentException tooLarge) {
            return Optional.empty();
        }
    }

    private int tell(int exitCode, String reason) {
        err().println(reason);
        return exitCode;
    }

    final CommandLine commandLine() {
        return spec.commandLine();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
