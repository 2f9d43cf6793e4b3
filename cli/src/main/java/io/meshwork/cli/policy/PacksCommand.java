package io.meshwork.cli.policy;

import io.meshwork.cli.ExitCode;
import io.meshwork.cli.NewFile;
import io.meshwork.cli.Table;
import io.meshwork.policy.pack.Pack;
import io.meshwork.policy.pack.Pack.PackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code mesh policy packs}: the policies that come along, to read and to copy. */
@Command(
        name = "packs",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the packs of policies that come with Meshwork, or the policies of one.",
            "With --to, they are copied: to change them, and to keep them in a repository."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:listed or copied", "2:wrong options, or a file is there already"})
final class PacksCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "PACK",
            description = "One of: starter, interoperability, documentation, security, privacy, compliance.",
            converter = ToPack.class)
    private @Nullable Pack pack;

    @Option(names = "--to", paramLabel = "FOLDER", description = "Copies the pack's files there.")
    private @Nullable Path folder;

    @Option(names = "--force", description = "Write over files that are there.")
    private boolean force;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (folder != null && pack == null) {
            spec.commandLine()
                    .getErr()
                    .println("Name the pack to copy, such as: mesh policy packs starter --to " + folder);
            return ExitCode.USAGE;
        }
        if (pack == null) {
            Table table = new Table(List.of("PACK", "POLICIES", "FOR"));
            Arrays.stream(Pack.values())
                    .forEach(one -> table.row(
                            List.of(one.text(), String.valueOf(one.files().size()), one.purpose())));
            table.lines().forEach(spec.commandLine().getOut()::println);
            return ExitCode.OK;
        }
        return folder == null ? list(pack) : copy(pack, folder);
    }

    private int list(Pack one) {
        one.files().forEach(file -> spec.commandLine().getOut().println(file.name()));
        return ExitCode.OK;
    }

    private int copy(Pack one, Path to) {
        try {
            Files.createDirectories(to);
        } catch (IOException e) {
            spec.commandLine().getErr().println("Cannot make the folder " + to + "; check the path and its rights.");
            return ExitCode.USAGE;
        }
        for (PackFile file : one.files()) {
            Optional<String> refused = NewFile.write(to.resolve(file.name()), file.document(), force, "--to");
            if (refused.isPresent()) {
                spec.commandLine().getErr().println(refused.get());
                return ExitCode.USAGE;
            }
        }
        spec.commandLine()
                .getOut()
                .println(one.files().size() + " policies copied to " + to + "; run their tests with: mesh policy test "
                        + to);
        return ExitCode.OK;
    }

    static final class ToPack implements ITypeConverter<Pack> {

        @Override
        public Pack convert(String value) {
            return Pack.of(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "`" + value + "` is none of " + String.join(", ", Pack.texts())));
        }
    }
}
