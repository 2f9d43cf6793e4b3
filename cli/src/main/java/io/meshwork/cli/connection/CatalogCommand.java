package io.meshwork.cli.connection;

import io.meshwork.cli.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks the catalog. */
public abstract class CatalogCommand implements Callable<Integer> {

    @Mixin
    private final CatalogOptions options = new CatalogOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public final Integer call() {
        return run(new CatalogClient(options));
    }

    protected abstract int run(CatalogClient catalog);

    protected final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    protected final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /**
     * Tells why there is nothing to show, in an exit code and in words.
     *
     * @param subject what was asked about
     */
    protected final int tell(Object subject, CatalogAnswer answer) {
        return switch (answer) {
            case CatalogAnswer.Found _ -> ExitCode.OK;
            case CatalogAnswer.Undecided(var location) -> {
                out().println("Taken, not decided yet; ask again at " + location);
                yield ExitCode.PENDING;
            }
            case CatalogAnswer.Refused(var title, var reasons) -> {
                err().println(subject + ": " + title);
                reasons.forEach(reason -> err().println("  " + reason));
                yield ExitCode.REFUSED;
            }
            case CatalogAnswer.Unreachable(var reason) -> {
                err().println("The catalog at " + options.catalog() + " does not answer as it should (" + reason
                        + "); check the address and that the mesh runs: mesh status, mesh up.");
                yield ExitCode.UNREACHABLE;
            }
        };
    }
}
