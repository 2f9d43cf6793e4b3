package io.meshwork.cli.importing;

import io.meshwork.contract.read.value.Ids;
import io.meshwork.contract.skeleton.Identity;
import io.meshwork.contract.version.SemanticVersion;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which product it becomes, and where its contract goes. */
final class ContractOptions {

    private static final String STDOUT = "-";

    @Option(names = "--domain", required = true, paramLabel = "ID", description = "Domain that owns the product.")
    private String domain = "";

    @Option(
            names = "--name",
            paramLabel = "ID",
            description = "Id of the product inside its domain. Default: made from what is imported.")
    private @Nullable String name;

    /** Commands with this option must not mix in picocli's own {@code --version}. */
    @Option(
            names = "--version",
            defaultValue = "0.1.0",
            paramLabel = "VERSION",
            description = "Version of the contract. Default: ${DEFAULT-VALUE}.")
    private String version = "";

    @Option(
            names = "--owner",
            paramLabel = "TEAM",
            description = "Team that answers for the product. Default: <domain>-team.")
    private @Nullable String owner;

    @Option(
            names = {"-o", "--output"},
            defaultValue = STDOUT,
            paramLabel = "FILE",
            description = "Where to write. Default: standard output.")
    private String output = STDOUT;

    @Option(names = "--force", description = "Write over a file that exists.")
    private boolean force;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean help;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    /**
     * @param found what is imported; a name is made of it when none is given
     * @throws ParameterException when no product can have these
     */
    Identity identity(String found) {
        String id = name == null ? Ids.slug(found) : name;
        if (name == null && id.isEmpty()) {
            throw wrong("The name of what is imported has no letter or digit to make an id of; give one with --name.");
        }
        checkId("--domain", domain);
        checkId("--name", id);
        if (SemanticVersion.parse(version).isEmpty()) {
            throw wrong("--version `" + version + "`: write MAJOR.MINOR.PATCH, such as 0.1.0");
        }
        String team = owner == null || owner.isBlank() ? domain + "-team" : owner.strip();
        return new Identity(domain, id, version, team);
    }

    private void checkId(String option, String id) {
        if (!Ids.isValid(id)) {
            String slug = Ids.slug(id);
            throw wrong(option + " `" + id + "`: write 1 to 63 lower-case letters, digits or hyphens"
                    + (slug.isEmpty() ? "" : ", such as " + slug));
        }
    }

    /** Empty for standard output. */
    Optional<Path> output() {
        return output.equals(STDOUT) ? Optional.empty() : Optional.of(Path.of(output));
    }

    boolean force() {
        return force;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
